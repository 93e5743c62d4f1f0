import { describe, expect, test } from 'vitest'
import { parseServiceUri } from './service-uri'

const parsed = (rest: string) => parseServiceUri(`arn:aws:apigateway:us-east-1:${rest}`)

describe('the URI of a service', () => {
  test.each([
    [
      'sqs:path/123456789012/orders',
      { service: 'sqs', target: { kind: 'path', path: '/123456789012/orders', rawQuery: '' } },
    ],
    ['sns:path//', { service: 'sns', target: { kind: 'path', path: '/', rawQuery: '' } }],
    [
      's3:path/{bucket}/{key}?list-type=2',
      { service: 's3', target: { kind: 'path', path: '/{bucket}/{key}', rawQuery: 'list-type=2' } },
    ],
    ['dynamodb:action/PutItem', { service: 'dynamodb', target: { kind: 'action', action: 'PutItem', rawQuery: '' } }],
    [
      'sns:action/Publish&TopicArn={topic}',
      { service: 'sns', target: { kind: 'action', action: 'Publish', rawQuery: 'TopicArn={topic}' } },
    ],
    [
      'archive.2026.s3:path/a',
      { subdomain: 'archive.2026', service: 's3', target: { kind: 'path', path: '/a', rawQuery: '' } },
    ],
    [
      '{bucket}.s3:path/a',
      { subdomain: '{bucket}', service: 's3', target: { kind: 'path', path: '/a', rawQuery: '' } },
    ],
  ])('%s', (rest, expected) => {
    expect(parsed(rest)).toEqual({ partition: 'aws', region: 'us-east-1', subdomain: null, ...expected })
  })

  test('names its partition', () => {
    expect(parseServiceUri('arn:aws-cn:apigateway:cn-north-1:sqs:path/1/a')).toMatchObject({
      partition: 'aws-cn',
      region: 'cn-north-1',
    })
  })

  test.each([
    ['', 'Invalid ARN specified in the request: '],
    [
      'https://sqs.us-east-1.amazonaws.com',
      'Invalid ARN specified in the request: https://sqs.us-east-1.amazonaws.com',
    ],
    [
      'arn:aws:sqs:us-east-1:123456789012:orders',
      'Invalid ARN specified in the request: arn:aws:sqs:us-east-1:123456789012:orders',
    ],
    ['arn:aws:apigateway::sqs:path/1/a', 'Invalid ARN specified in the request: arn:aws:apigateway::sqs:path/1/a'],
    [
      'arn:aws:apigateway:us-east-1:a/b:path/1',
      'Invalid ARN specified in the request: arn:aws:apigateway:us-east-1:a/b:path/1',
    ],
    [
      'arn:aws:apigateway:us-east-1:sqs:orders',
      'AWS ARN for integration must contain path or action: arn:aws:apigateway:us-east-1:sqs:orders',
    ],
    [
      'arn:aws:apigateway:us-east-1:sqs:action/',
      'Invalid endpoint address: arn:aws:apigateway:us-east-1:sqs:action/ names no action',
    ],
  ])('is not %j', (uri, problem) => {
    expect(parseServiceUri(uri)).toBe(problem)
  })
})
