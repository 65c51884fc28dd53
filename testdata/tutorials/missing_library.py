import requests

