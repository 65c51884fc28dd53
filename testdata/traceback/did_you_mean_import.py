from collections import OrderDict

