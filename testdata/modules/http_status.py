from http import HTTPStatus, HTTPMethod
print(HTTPStatus.OK, repr(HTTPStatus.NOT_FOUND), HTTPStatus(404).phrase, HTTPStatus.OK == 200, HTTPStatus.IM_A_TEAPOT.description)
print([s.value for s in HTTPStatus if s.is_redirection], HTTPStatus['CREATED'], HTTPMethod.GET, repr(HTTPMethod.POST), HTTPMethod.PUT == 'PUT', HTTPMethod.GET.description)
print(f'{HTTPStatus.OK}', HTTPStatus.OK.name, len(HTTPStatus), HTTPStatus.REQUEST_URI_TOO_LONG, type(HTTPStatus.OK), HTTPStatus)
for s in HTTPStatus: print(int(s), s.phrase, s.description)
