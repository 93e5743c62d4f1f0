import { afterEach, beforeAll, expect, test } from 'vitest'
import { whyNoPython } from '../functions/testing/why-no-python'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { serveWebSocket, type ServedWebSocket } from './testing/served-web-socket'
import { lambdaIntegration } from './testing/web-socket-sample'

const noPython = await whyNoPython()
let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedWebSocket | null = null
afterEach(async () => sample?.close())

/** As much of the SDK as matters here: what it makes of a request is sent with the standard library. */
const SDK = {
  'botocore/__init__.py': '',
  'botocore/httpsession.py': `
import urllib.request

class Prepared:
    def __init__(self, url, body):
        self.url, self.body, self.headers = url, body, {
            "Authorization": "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0",
            "X-Amz-Date": "20260101T000000Z",
        }

class URLLib3Session:
    def send(self, request):
        sent = urllib.request.Request(request.url, request.body, request.headers, method="POST")
        with urllib.request.urlopen(sent) as answer:
            return answer.status
`,
}

const HANDLER = `
def handler(event, context):
    from botocore.httpsession import Prepared, URLLib3Session
    at = event["requestContext"]
    url = "https://%s/%s/@connections/%s" % (at["domainName"], at["stage"], at["connectionId"])
    URLLib3Session().send(Prepared(url, ("got " + event["body"]).encode()))
    return {"statusCode": 200}
`

test.skipIf(noPython !== null)("a Python handler's SDK posts to the connection, as on AWS", async () => {
  sample = await serveWebSocket(
    { integrations: { m: lambdaIntegration('./m.py#handler') }, routes: { $default: { target: 'm' } } },
    { handlerProcessUrl, files: { ...SDK, 'm.py': HANDLER } },
  )
  const client = await sample.connect()
  expect(await client.ask('hi')).toBe('got hi')
})
