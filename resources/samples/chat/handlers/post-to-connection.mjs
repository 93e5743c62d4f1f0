// POST and DELETE @connections, as a backend does it: signed with the credentials that every Lambda function finds in its environment.
// Where the AWS SDK is at hand, `PostToConnectionCommand` of @aws-sdk/client-apigatewaymanagementapi does the same.

import { createHash, createHmac } from 'node:crypto'
import { request } from 'node:https'

/** Sends data to a client; false when the client is gone (410). */
export async function postToConnection({ domainName, stage }, connectionId, data) {
  const path = `/${stage}/@connections/${encodeURIComponent(connectionId)}`
  const status = await send('POST', domainName, path, JSON.stringify(data))
  if (status === 410) return false
  if (status !== 200) throw new Error(`@connections answered ${status}`)
  return true
}

function send(method, host, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { ...signed(method, host, path, body), 'content-length': Buffer.byteLength(body) }
    const call = request({ method, host, path, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode))
    })
    call.on('error', reject)
    call.end(body)
  })
}

/** Signature version 4. */
function signed(method, host, path, body) {
  const { AWS_REGION = 'us-east-1', AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env
  const at = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = `${at.slice(0, 8)}/${AWS_REGION}/execute-api/aws4_request`
  const headers = {
    host,
    'x-amz-date': at,
    ...(AWS_SESSION_TOKEN && { 'x-amz-security-token': AWS_SESSION_TOKEN }),
  }
  const names = Object.keys(headers).sort()
  const canonicalPath = path.split('/').map(encodeURIComponent).join('/')
  const canonical = [
    method,
    canonicalPath,
    '',
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n')
  const text = `AWS4-HMAC-SHA256\n${at}\n${scope}\n${sha256(canonical)}`
  const key = scope.split('/').reduce((secret, part) => hmac(secret, part), `AWS4${AWS_SECRET_ACCESS_KEY}`)
  const signature = hmac(key, text).toString('hex')
  const credential = `Credential=${AWS_ACCESS_KEY_ID}/${scope}`
  const authorization = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return { ...headers, authorization }
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key, text) {
  return createHmac('sha256', key).update(text).digest()
}
