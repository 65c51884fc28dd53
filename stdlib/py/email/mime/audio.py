"""Sound."""
from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ['MIMEAudio']


class MIMEAudio(MIMENonMultipart):
    def __init__(self, _audiodata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        if _subtype is None:
            _subtype = _kind(_audiodata)
        if policy is None:
            from email.policy import compat32 as policy
        super().__init__('audio', _subtype, policy=policy, **_params)
        self.set_payload(_audiodata)
        _encoder(self)


def _kind(data):
    """The type of a sound, by its first bytes."""
    if data.startswith(b'RIFF') and data[8:12] == b'WAVE':
        return 'x-wav'
    if data.startswith(b'FORM') and data[8:12] in (b'AIFF', b'AIFC'):
        return 'x-aiff'
    if data.startswith(b'.snd'):
        return 'basic'
    raise TypeError('Could not find audio MIME subtype')
