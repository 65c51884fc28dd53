"""Messages of parts."""
from email.mime.base import MIMEBase

__all__ = ['MIMEMultipart']


class MIMEMultipart(MIMEBase):
    def __init__(self, _subtype='mixed', boundary=None, _subparts=None, *, policy=None, **_params):
        if policy is None:
            from email.policy import compat32 as policy
        super().__init__('multipart', _subtype, policy=policy, **_params)
        self._payload = []
        for p in _subparts or ():
            self.attach(p)
        if boundary:
            self.set_boundary(boundary)
