from _helper import vlaue

