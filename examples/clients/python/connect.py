"""simple-salesforce for an org of Salesforce and for the local org, which serves plain HTTP on this machine."""

from urllib.parse import urlparse

import requests
from requests.adapters import HTTPAdapter
from simple_salesforce import Salesforce

VERSION = "67.0"


class PlainHttp(HTTPAdapter):
    """simple-salesforce writes https into every address; what goes to this machine is sent as http."""

    def send(self, request, *args, **kwargs):
        request.url = request.url.replace("https://", "http://", 1)
        return super().send(request, *args, **kwargs)


def connect(url, token):
    """The documented parameters: session_id, instance_url, and a requests session of one's own."""
    session = requests.Session()
    if url.startswith("http://"):
        session.mount(f"https://{urlparse(url).netloc}", PlainHttp())
    return Salesforce(instance_url=url, session_id=token, session=session, version=VERSION)
