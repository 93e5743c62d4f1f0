import { expect, it } from 'vitest'
import { problemOfAuthorizerHandler, problemOfIdentitySource, problemOfPattern } from './authorizer-rules'

it('takes one header for TOKEN and a list for REQUEST', () => {
  const list = 'method.request.header.Auth, context.identity.sourceIp,stageVariables.mode'
  expect([
    problemOfIdentitySource('TOKEN', 'method.request.header.Authorization'),
    problemOfIdentitySource('TOKEN', list),
    problemOfIdentitySource('REQUEST', list),
    problemOfIdentitySource('REQUEST', 'method.request.path.id'),
  ]).toEqual([
    undefined,
    'One header, as in method.request.header.Authorization',
    undefined,
    '"method.request.path.id" must be method.request.header.X, method.request.querystring.X, stageVariables.X or context.X',
  ])
})

it('refuses what is no regular expression and no handler', () => {
  expect([
    problemOfPattern('Bearer .+'),
    problemOfPattern('('),
    problemOfAuthorizerHandler('./a.mjs#b'),
    problemOfAuthorizerHandler('a.py'),
  ]).toEqual([
    undefined,
    'This is not a regular expression',
    undefined,
    'A file and a function, as in ./handlers/authorizer.mjs#handler',
  ])
})
