import { describe, expect, test } from 'vitest'
import { serviceRequest, type ServiceRequestParts } from './service-request'
import { parseServiceUri, type ServiceUri } from './service-uri'
import { TEST_CODEC } from './testing/mapping-tools'

function request(rest: string, parts: Partial<ServiceRequestParts> = {}) {
  const uri = parseServiceUri(`arn:aws:apigateway:us-east-1:${rest}`) as ServiceUri
  const body = TEST_CODEC.bytesOf('{}')
  return serviceRequest(uri, { method: 'POST', path: new Map(), query: [], headers: [], body, ...parts })
}

describe('the request to a service', () => {
  test('has the action in its query string, and in the target of a service that wants it there', () => {
    expect(request('dynamodb:action/PutItem', { headers: [['Accept', 'a/b']] })).toEqual({
      region: 'us-east-1',
      service: 'dynamodb',
      subdomain: null,
      method: 'POST',
      host: 'dynamodb.us-east-1.amazonaws.com',
      path: '/',
      query: [['Action', 'PutItem']],
      headers: [
        ['Accept', 'a/b'],
        ['X-Amz-Target', 'DynamoDB_20120810.PutItem'],
      ],
      body: TEST_CODEC.bytesOf('{}'),
    })
    expect(request('events:action/PutEvents')).toMatchObject({ headers: [], query: [['Action', 'PutEvents']] })
  })

  test('leaves a target that is mapped as it is', () => {
    const headers = [['x-amz-target', 'DynamoDB_20120810.GetItem']] as const
    expect(request('dynamodb:action/PutItem', { headers })).toMatchObject({ headers })
  })

  test('has the path filled in, and parameters of the URI before those that are mapped', () => {
    const path = new Map([
      ['bucket', 'archive'],
      ['key', 'a b/ü?x'],
    ])
    expect(
      request('s3:path/{bucket}/{key}/{none}?acl&v={key}', { method: 'GET', path, query: [['b', '2']] }),
    ).toMatchObject({
      path: '/archive/a%20b/%C3%BC%3Fx/{none}',
      query: [
        ['acl', ''],
        ['v', 'a b/ü?x'],
        ['b', '2'],
      ],
      body: new Uint8Array(),
    })
  })

  test('goes to the host of a subdomain', () => {
    const path = new Map([['bucket', 'archive']])
    expect(request('{bucket}.s3:path/a', { path })).toMatchObject({
      host: 'archive.s3.us-east-1.amazonaws.com',
      subdomain: 'archive',
    })
    expect(request('{bucket}.s3:path/a', { path: new Map([['bucket', 'evil.example/']]) })).toBe(
      'Invalid endpoint address: nothing fit for a host is mapped to {bucket}',
    )
  })
})
