"""Pictures."""
from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ['MIMEImage']


class MIMEImage(MIMENonMultipart):
    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        if _subtype is None:
            _subtype = _kind(_imagedata)
        if policy is None:
            from email.policy import compat32 as policy
        super().__init__('image', _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)


def _kind(data):
    """The type of a picture, by its first bytes."""
    for kind, start in ('png', b'\x89PNG\r\n\x1a\n'), ('gif', b'GIF87a'), ('gif', b'GIF89a'), ('bmp', b'BM'), ('tiff', b'II'), ('tiff', b'MM'):
        if data.startswith(start):
            return kind
    if data[6:10] in (b'JFIF', b'Exif') or data.startswith(b'\xff\xd8\xff'):
        return 'jpeg'
    if data.startswith(b'RIFF') and data[8:12] == b'WEBP':
        return 'webp'
    raise TypeError('Could not guess image MIME subtype')
