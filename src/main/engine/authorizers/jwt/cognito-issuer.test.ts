import { describe, expect, it } from 'vitest'
import { cognitoIssuer, readCognitoIssuer, readUserPoolArn } from './cognito-issuer'

describe('cognitoIssuer', () => {
  it('takes the Region from the id, and the one given where the id has none', () => {
    expect([
      cognitoIssuer('eu-west-1_AbC', 'us-east-1'),
      cognitoIssuer('customers', 'us-east-1'),
      cognitoIssuer('cn-north-1_AbC', 'us-east-1'),
    ]).toEqual([
      'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC',
      'https://cognito-idp.us-east-1.amazonaws.com/customers',
      'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC',
    ])
  })
})

describe('readUserPoolArn', () => {
  it('finds the pool that an ARN names', () => {
    expect([
      readUserPoolArn('arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbC'),
      readUserPoolArn('arn:aws:cognito-idp:us-east-1::userpool/mine'),
    ]).toEqual([
      { poolId: 'us-east-1_AbC', issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC' },
      { poolId: 'mine', issuer: 'https://cognito-idp.us-east-1.amazonaws.com/mine' },
    ])
  })

  it.each([
    '',
    'us-east-1_AbC',
    'arn:aws:cognito-idp:us-east-1:123456789012:userpool/',
    'arn:aws:cognito-idp:us-east-1:123456789012:userpool/a/b',
    'arn:aws:lambda:us-east-1:123456789012:function:f',
    '${UserPool.Arn}',
  ])('knows that %j names none', (arn) => {
    expect(readUserPoolArn(arn)).toBeNull()
  })
})

describe('readCognitoIssuer', () => {
  it.each([
    ['https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC', 'us-east-1_AbC'],
    ['https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC', 'cn-north-1_AbC'],
    ['https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC/', null],
    ['https://cognito-idp.us-east-1.amazonaws.com.evil.example/us-east-1_AbC', null],
    ['http://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC', null],
  ])('reads %s', (issuer, poolId) => {
    expect(readCognitoIssuer(issuer)).toBe(poolId)
  })
})
