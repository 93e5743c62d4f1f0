import { describe, expect, it } from 'vitest'
import { intrinsicText } from './intrinsic-text'

describe('intrinsicText', () => {
  it.each([
    [{ Ref: 'Queue' }, '${Queue}'],
    [{ 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:${Queue}' }, 'arn:aws:sqs:${AWS::Region}:${Queue}'],
    [{ 'Fn::Sub': 'literal ${!Name}' }, 'literal ${Name}'],
    [{ 'Fn::Sub': ["'${Key}' at ${Place}", { Key: { Ref: 'ApiKey' } }] }, "'${ApiKey}' at ${Place}"],
    [{ 'Fn::GetAtt': ['Function', 'Arn'] }, '${Function.Arn}'],
    [{ 'Fn::GetAtt': 'Function.Arn' }, '${Function.Arn}'],
    [
      { 'Fn::Join': ['', ['http://', { 'Fn::GetAtt': 'Balancer.DNSName' }, '/orders', 1]] },
      'http://${Balancer.DNSName}/orders1',
    ],
  ])('writes %j as text', (value, text) => {
    expect(intrinsicText(value)).toEqual({ name: Object.keys(value)[0], text, isExact: true })
  })

  it.each([
    { 'Fn::If': ['IsProd', 'a', 'b'] },
    { 'Fn::Join': ['', { Ref: 'List' }] },
    { 'Fn::Join': ['', [{ 'Fn::If': ['IsProd', 'a', 'b'] }]] },
    { 'Fn::Sub': ['${Key}', { Key: { 'Fn::Select': [0, []] } }] },
    { 'Fn::GetAtt': [] },
  ])('names the function that only a deployment can answer: %j', (value) => {
    const name = Object.keys(value)[0]
    expect(intrinsicText(value)).toEqual({ name, text: `\${${name}}`, isExact: false })
  })

  it.each(['text', null, 1, [], {}, { Ref: 1 }, { Ref: 'a', other: 1 }, { Name: 'a' }])('is null for %j', (value) => {
    expect(intrinsicText(value)).toBeNull()
  })
})
