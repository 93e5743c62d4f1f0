import { expect, test } from 'vitest'
import { snippetText } from './snippet-text'
import { VTL_REFERENCE } from './vtl-reference'

const ENTRIES = VTL_REFERENCE.flatMap(({ id, title, entries }) => entries.map((entry) => ({ id, title, ...entry })))

test('no group names two entries alike', () => {
  const twice = VTL_REFERENCE.filter(({ entries }) => new Set(entries.map(({ name }) => name)).size !== entries.length)
  expect(twice.map(({ id }) => id)).toEqual([])
})

test('every text is made of whole sentences', () => {
  const texts = ENTRIES.flatMap(({ doc, missing, caution }) => [doc, missing, caution])
  expect(texts.filter((text) => text !== undefined && !/^\S.*[.)]$/.test(text))).toEqual([])
})

test('what is inserted for a member names its variable, or sets it', () => {
  const wrong = ENTRIES.filter(({ title, insert }) => {
    const text = snippetText(insert)
    return (
      title.startsWith('$') &&
      !text.startsWith(`${title}.`) &&
      !text.startsWith(`${title}[`) &&
      !text.startsWith(`#set(${title}.`)
    )
  })
  expect(wrong.map(({ name }) => name)).toEqual([])
})

test('a signature begins as its variable and name do', () => {
  const wrong = ENTRIES.filter(({ id, title, name, signature }) => {
    const start = title.startsWith('$') ? (name.startsWith('[') ? title + name : `${title}.${name}`) : name
    return id !== 'directives' && !signature.startsWith(start)
  })
  expect(wrong.map(({ signature }) => signature)).toEqual([])
})

test('$context lists every member that the service documents for REST APIs', () => {
  const context = VTL_REFERENCE.find(({ id }) => id === 'context')
  expect(context?.entries.map(({ name }) => name).toSorted()).toEqual(
    [
      'accountId apiId awsEndpointRequestId deploymentId domainName domainPrefix extendedRequestId httpMethod isCanaryRequest path',
      'protocol requestId requestTime requestTimeEpoch resourceId resourcePath stage wafResponseCode webaclArn',
      'authorizer.principalId authorizer.claims.name authorizer.name',
      'error.message error.messageString error.responseType error.validationErrorString',
      'identity.accountId identity.apiKey identity.apiKeyId identity.caller identity.cognitoAuthenticationProvider',
      'identity.cognitoAuthenticationType identity.cognitoIdentityId identity.cognitoIdentityPoolId identity.principalOrgId',
      'identity.sourceIp identity.user identity.userAgent identity.userArn identity.vpcId identity.vpceId',
      'identity.clientCert.clientCertPem identity.clientCert.subjectDN identity.clientCert.issuerDN',
      'identity.clientCert.serialNumber identity.clientCert.validity.notBefore identity.clientCert.validity.notAfter',
      'requestOverride.header.name requestOverride.path.name requestOverride.querystring.name',
      'responseOverride.header.name responseOverride.status',
    ]
      .flatMap((names) => names.split(' '))
      .toSorted(),
  )
})
