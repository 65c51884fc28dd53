"""The policies, where older programs look for them."""
from email.policy import Compat32, Policy, compat32
