import { gzipSync } from 'node:zlib'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { IamUser } from '@shared/design/identity'
import type { Method } from '@shared/design/method'
import type { PolicyDocument } from '@shared/design/policy-document'
import type { SigV4Request } from '../engine/authorizers/sigv4/sigv4-request'
import { builtHandlerProcess } from './testing/built-handler-process'
import { API, lambdaMethod, mockAnswering, sampleDesign, type SampleParts } from './testing/sample-design'
import { serveSample, type Received, type ServedSample, type ServedSampleOptions } from './testing/served-sample'
import { sendSigned, STARTED_AT, type Unsigned } from './testing/signed-request'
import { testClock } from './testing/test-clock'

// Rows of the security checklist about signatures, and where each is held:
//   B6  secrets in logs            "is told in the answer and not in the log"
//   B12 decompression bomb         hostile-requests.test.ts; here only that a signature is one over the compressed bytes
//   B15 path tricks                "is judged by the very path that was signed and routed"
//   C4  tampered in each part      "is refused when its ... was changed"; every part in each form: the conformance suite sigv4
//   C5  constant time              is-same-secret.ts and digest.ts, by construction: a shared computer cannot measure it
//   C6  replay                     "is good only for five minutes, before and after", "ends with its time as a presigned URL"
//   C8  cached for another caller  "never answers a caller who may not call", "includes renewing a cache entry ..."
//   C11 policies                   policy.test.ts and identity-policies.test.ts; here that the gateway asks them
//   C12 secrets in exports         there are no exports yet
// Expired temporary credentials (7.5): a design has none; verify-sigv4.test.ts.

const invoke = (
  Resource: string,
  Effect: 'Allow' | 'Deny' = 'Allow',
  Action = 'execute-api:Invoke',
): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: { Effect, Action, Resource },
})
const user = (name: string, policies: readonly PolicyDocument[], more: Partial<IamUser> = {}): IamUser => ({
  name,
  accessKeyId: `AKID${name.toUpperCase()}`,
  secretAccessKey: `secret of ${name}/+=`,
  policies,
  ...more,
})
const ARN = `arn:aws:execute-api:us-east-1:123456789012:${API}`
const MASKED = `arn:aws:execute-api:us-east-1:********9012:${API}/prod`

const ada = user('ada', [invoke(`${ARN}/prod/*/orders/*`)])
const nobody = user('nobody', [])
const denied = user('denied', [invoke('*'), invoke(`${ARN}/*/GET/orders/7`, 'Deny')])
const visitor = user('visitor', [invoke('*')], { accountId: '999900001111' })
const identity = { iamUsers: [ada, nobody, denied, visitor], userPools: [] }

const iam: Partial<Method> = { authorizationType: 'AWS_IAM' }
const WHO = '"$context.identity.userArn $context.identity.accountId $context.identity.accessKey"'
const resources = {
  '/orders/{id}': {
    methods: { GET: mockAnswering(WHO, iam), POST: mockAnswering(WHO, iam), PUT: mockAnswering(WHO, iam) },
  },
  '/elsewhere': { methods: { GET: mockAnswering(WHO, iam) } },
}

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

async function serve(parts: Partial<SampleParts> = {}, more: Partial<ServedSampleOptions> = {}): Promise<ServedSample> {
  const design = sampleDesign({ resources, ...parts, design: { identity, ...parts.design } })
  sample = await serveSample({ design, clock: testClock(), ...more })
  return sample
}

/** Status, `x-amzn-ErrorType` and body. */
const told = ({ status, headers, text }: Received) => [status, headers['x-amzn-errortype'], JSON.parse(text)]
const by = (credentials: IamUser, more: Partial<Unsigned['signing']> = {}) => ({ signing: { credentials, ...more } })
const accepted = (who: IamUser, account = '123456789012') => [
  200,
  undefined,
  `arn:aws:iam::${account}:user/${who.name} ${account} ${who.accessKeyId}`,
]

describe('a signed request', () => {
  test('is accepted in a header and in the query, and templates know who signed it', async () => {
    const served = await serve()
    const answers = [
      await sendSigned(served, by(ada)),
      await sendSigned(served, by(ada, { form: 'query' })),
      await sendSigned(served, { ...by(ada), method: 'POST', path: '/orders/a%20b?x=1&y=%2F&x', body: '{"ü":1}' }),
    ]
    expect(answers.map(told)).toEqual([accepted(ada), accepted(ada), accepted(ada)])
  })

  test('is accepted as it came: the signature is one over the compressed bytes', async () => {
    const served = await serve({ api: { minimumCompressionSize: 10_000 } })
    const body = gzipSync('{"item":"book"}')
    const headers = [['Content-Encoding', 'gzip']] as const
    expect(told(await sendSigned(served, { ...by(ada), method: 'POST', headers, body }))).toEqual(accepted(ada))
  })

  test('of the window is accepted', async () => {
    const { gateway } = await serve()
    const { status, traced } = await gateway.send({
      apiId: API,
      stage: 'prod',
      method: 'GET',
      path: '/orders/7?a=1',
      headers: [],
      body: null,
      apiKeyId: null,
      token: null,
      iamUser: 'ada',
      caller: {},
      isTestInvoke: false,
    })
    expect([status, traced?.trace.slice(0, 2).map(({ details }) => details)]).toEqual([
      200,
      [{ authorizer: 'AWS_IAM' }, { authorizer: 'AWS_IAM', effect: 'Allow' }],
    ])
  })

  test('of the account itself may do everything that no resource policy denies', async () => {
    const rootKey = { accessKeyId: 'AKIDROOT', secretAccessKey: 'secret of the account' }
    const deny = { Effect: 'Deny', Principal: '*', Action: '*', Resource: 'execute-api:/prod/GET/elsewhere' } as const
    const served = await serve({ api: { policy: { Version: '2012-10-17', Statement: [deny] } } }, { rootKey })
    const signing = { credentials: rootKey }
    expect(told(await sendSigned(served, { signing }))).toEqual([
      200,
      undefined,
      'arn:aws:iam::123456789012:root 123456789012 AKIDROOT',
    ])
    expect((await sendSigned(served, { signing, path: '/elsewhere' })).status).toBe(403)
  })

  test('is known under a new key as soon as the design has one', async () => {
    const served = await serve()
    const grace = user('grace', [invoke('*')])
    const before = await sendSigned(served, by(grace))
    served.gateway.update(sampleDesign({ resources, design: { identity: { ...identity, iamUsers: [grace] } } }))
    const after = [await sendSigned(served, by(grace)), await sendSigned(served, by(ada))]
    expect([before.status, ...after.map(({ status }) => status)]).toEqual([403, 200, 403])
  })
})

describe('a request that is not signed well', () => {
  const INCOMPLETE = 'IncompleteSignatureException'
  const refusal = (errorType: string, message: string) => [403, errorType, { message }]

  test('is answered as the service answers, case by case', async () => {
    const { send } = await serve()
    const as = async (headers: Record<string, string>) => told(await send('/orders/7', { headers }))
    expect(await as({})).toEqual(refusal('MissingAuthenticationTokenException', 'Missing Authentication Token'))
    const missing =
      "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. " +
      "Authorization header requires 'SignedHeaders' parameter."
    const undated = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
    expect(await as({ Authorization: 'letmein' })).toEqual(
      refusal(INCOMPLETE, `${missing} ${undated} Authorization=letmein`),
    )
    expect(await as({ Authorization: 'letmein', 'X-Amz-Date': '20260101T000000Z' })).toEqual(
      refusal(INCOMPLETE, `${missing} Authorization=letmein`),
    )
    expect(await as({ Authorization: 'Bearer abc' })).toEqual(
      refusal(
        INCOMPLETE,
        "'abc' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer abc'.",
      ),
    )
  })

  test('is told that nobody has its key, and the log says what to look for', async () => {
    const served = await serve()
    const stranger = user('stranger', [])
    expect(told(await sendSigned(served, by(stranger)))).toEqual(
      refusal('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    )
    const withToken = by(ada, { credentials: { ...ada, sessionToken: 'FwoGZXIvYXdzE' } })
    expect(told(await sendSigned(served, withToken))[1]).toBe('UnrecognizedClientException')
    expect(served.lines).toEqual([
      'GET /orders/{id} of "Sample", stage prod: AWS_IAM authorization answers 403: no IAM user of the project has the ' +
        'access key "AKIDSTRANGER"',
    ])
  })

  test('is good only for five minutes, before and after', async () => {
    const served = await serve()
    const at = async (seconds: number) => told(await sendSigned(served, by(ada, { at: STARTED_AT + seconds * 1000 })))
    expect([(await at(-300))[0], (await at(300))[0]]).toEqual([200, 200])
    expect(await at(-900)).toEqual(
      refusal(
        'InvalidSignatureException',
        'Signature expired: 20251231T234500Z is now earlier than 20251231T235500Z (20260101T000000Z - 5 min.)',
      ),
    )
    expect(await at(301)).toEqual(
      refusal(
        'InvalidSignatureException',
        'Signature not yet current: 20260101T000501Z is still later than 20260101T000500Z (20260101T000000Z + 5 min.)',
      ),
    )
  })

  test('ends with its time as a presigned URL', async () => {
    const clock = testClock()
    const served = await serve({}, { clock })
    const presigned = by(ada, { form: 'query', expiresInSeconds: 900 })
    clock.pass(900_000)
    expect((await sendSigned(served, presigned)).status).toBe(200)
    clock.pass(1000)
    expect(told(await sendSigned(served, presigned)).slice(0, 2)).toEqual([403, 'InvalidSignatureException'])
  })

  test('is told that another region or service was signed for', async () => {
    const served = await serve()
    const message = (part: string) => refusal('InvalidSignatureException', `Credential should be scoped ${part}.`)
    expect([
      told(await sendSigned(served, by(ada, { region: 'eu-west-1' }))),
      told(await sendSigned(served, by(ada, { service: 's3' }))),
    ]).toEqual([message('to a valid region'), message("to correct service: 'execute-api'")])
  })

  const parts: Record<string, (signed: SigV4Request) => SigV4Request> = {
    method: (signed) => ({ ...signed, method: 'PUT' }),
    path: (signed) => ({ ...signed, path: signed.path.replace('/7', '/8') }),
    query: (signed) => ({ ...signed, rawQuery: 'a=2' }),
    body: (signed) => ({ ...signed, body: Buffer.from('{"item":"cook"}') }),
    header: (signed) => ({
      ...signed,
      headers: signed.headers.map(([name, value]) => [name, name === 'X-Order' ? `${value}1` : value] as const),
    }),
    signature: (signed) => ({
      ...signed,
      headers: signed.headers.map(([name, value]) => [
        name,
        value.replace(/Signature=(.)/, (_match, digit) => `Signature=${digit === '0' ? '1' : '0'}`),
      ]),
    }),
  }
  test.each(Object.keys(parts))('is refused when its %s was changed', async (part) => {
    const served = await serve()
    const unsigned = {
      ...by(ada),
      method: 'POST',
      path: '/orders/7?a=1',
      headers: [['X-Order', '7']] as const,
      body: '{"item":"book"}',
    }
    const { message } = told(await sendSigned(served, { ...unsigned, tamper: parts[part]! }))[2]
    expect(message).toMatch(
      /^The request signature we calculated does not match the signature you provided\. Check your AWS Secret Access Key and signing method\. Consult the service documentation for details\.\n\nThe Canonical String for this request should have been\n'(PUT|POST)\n/,
    )
    const untouched = await sendSigned(served, unsigned)
    expect([untouched.status, served.traced[0]!.status]).toEqual([200, 403])
  })

  test('is told in the answer and not in the log', async () => {
    const served = await serve()
    const wrong = { ...ada, secretAccessKey: 'wrong' }
    const { headers, status } = await sendSigned(served, by(wrong))
    const words = JSON.stringify([served.lines, served.traced])
    expect([status, headers['x-amzn-errortype'], served.lines]).toEqual([403, 'InvalidSignatureException', []])
    expect(words).not.toContain('Signature=')
    expect(served.traced[0]!.trace.at(-1)?.details).toEqual({
      authorizer: 'AWS_IAM',
      effect: 'Unauthorized',
      reason:
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
        'and signing method. Consult the service documentation for details.',
    })
  })

  test('is answered by the gateway response of its kind', async () => {
    const gatewayResponses = {
      INVALID_SIGNATURE: {
        statusCode: '401',
        responseTemplates: { 'application/json': '{"kind":"$context.error.responseType"}' },
      },
    }
    const served = await serve({ api: { gatewayResponses } })
    expect(told(await sendSigned(served, by({ ...ada, secretAccessKey: 'x' })))).toEqual([
      401,
      'InvalidSignatureException',
      { kind: 'INVALID_SIGNATURE' },
    ])
  })
})

describe('what a signer may do', () => {
  const anybody = (Effect: 'Allow' | 'Deny', Principal: unknown = '*', more: object = {}) => ({
    api: {
      policy: {
        Version: '2012-10-17',
        Statement: [{ Effect, Principal, Action: 'execute-api:Invoke', Resource: 'execute-api:/*', ...more }],
      },
    },
  })
  const refusedTo = (who: IamUser, end: string, account = '123456789012') => [
    403,
    'AccessDeniedException',
    {
      Message: `User: arn:aws:iam::${account}:user/${who.name} is not authorized to perform: execute-api:Invoke on resource: ${MASKED}/GET/orders/7${end}`,
    },
  ]
  const IMPLICIT = ' because no identity-based policy allows the execute-api:Invoke action'

  test('is what the own policies say, about the method that was routed to', async () => {
    const served = await serve()
    expect([
      told(await sendSigned(served, by(nobody))),
      told(await sendSigned(served, by(denied))),
      told(await sendSigned(served, { ...by(denied), path: '/orders/8' })),
      told(await sendSigned(served, { ...by(ada), path: '/elsewhere' }))[0],
    ]).toEqual([refusedTo(nobody, IMPLICIT), refusedTo(denied, ' with an explicit deny'), accepted(denied), 403])
  })

  test('is combined with the resource policy as table A has it', async () => {
    const outcomes = async (parts: Partial<SampleParts>) => {
      const served = await serve(parts)
      const answers = [ada, nobody, denied].map(async (who) => told(await sendSigned(served, by(who))))
      const found = await Promise.all(answers)
      await served.close()
      return found
    }
    const explicit = ' with an explicit deny'
    expect(await outcomes(anybody('Allow'))).toEqual([accepted(ada), accepted(nobody), refusedTo(denied, explicit)])
    expect(await outcomes(anybody('Allow', { AWS: 'arn:aws:iam::123456789012:user/ada' }))).toEqual([
      accepted(ada),
      refusedTo(nobody, IMPLICIT),
      refusedTo(denied, explicit),
    ])
    expect(await outcomes(anybody('Deny'))).toEqual([ada, nobody, denied].map((who) => refusedTo(who, explicit)))
  })

  test('of another account has to be allowed on both sides, as table B has it', async () => {
    const account = '999900001111'
    const outcome = async (parts: Partial<SampleParts>) => {
      const served = await serve(parts)
      const found = told(await sendSigned(served, by(visitor)))
      await served.close()
      return found
    }
    const silent = ' because no resource-based policy allows the execute-api:Invoke action'
    expect(await outcome({})).toEqual(refusedTo(visitor, silent, account))
    expect(await outcome(anybody('Allow', { AWS: '123456789012' }))).toEqual(refusedTo(visitor, silent, account))
    expect(await outcome(anybody('Allow', { AWS: account }))).toEqual(accepted(visitor, account))
    expect(await outcome(anybody('Deny'))).toEqual(refusedTo(visitor, ' with an explicit deny', account))
  })

  test('may depend on who it is, in the policies of either side', async () => {
    const own = {
      Effect: 'Allow',
      Action: 'execute-api:Invoke',
      Resource: `${ARN}/prod/GET/orders/\${aws:username}`,
    } as const
    const lin = user('lin', [{ Version: '2012-10-17', Statement: own }])
    const condition = { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:user/nobody' } }
    const served = await serve({
      ...anybody('Allow', '*', { Condition: condition }),
      design: { identity: { userPools: [], iamUsers: [lin, nobody, denied] } },
    })
    const status = async (who: IamUser, path: string) => (await sendSigned(served, { ...by(who), path })).status
    expect([
      await status(lin, '/orders/lin'),
      await status(lin, '/orders/ada'),
      await status(nobody, '/orders/ada'),
    ]).toEqual([200, 403, 200])
  })

  test('is judged by the very path that was signed and routed', async () => {
    const served = await serve({
      resources: { '/open/{proxy+}': { methods: { GET: mockAnswering(WHO, iam) } }, ...resources },
      design: { identity: { userPools: [], iamUsers: [user('walker', [invoke(`${ARN}/prod/GET/open/*`)])] } },
    })
    const walker = user('walker', [])
    // None of them reaches /orders/7: what was routed is what the policy is asked about.
    for (const path of ['/open/../orders/7', '/open/%2e%2e/orders/7', '/orders/7', '/orders%2F7']) {
      await sendSigned(served, { ...by(walker), path })
    }
    expect(served.traced.map(({ routeKey, status: code }) => [routeKey, code])).toEqual([
      ['GET /open/{proxy+}', 200],
      ['GET /open/{proxy+}', 200],
      ['GET /orders/{id}', 403],
      ['', 403],
    ])
  })

  test('includes renewing a cache entry, where the policies say so', async () => {
    const cached = { cachingEnabled: true, requireAuthorizationForCacheControl: true }
    const strategy = { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' } as const
    const renewer = user('renewer', [invoke('*'), invoke('*', 'Allow', 'execute-api:InvalidateCache')])
    const served = await serve({
      ...anybody('Allow', { AWS: '999900001111' }),
      stage: {
        cacheClusterEnabled: true,
        cacheClusterSize: '0.5',
        methodSettings: { '/orders/{id}/GET': { ...cached, ...strategy } },
      },
      design: { identity: { userPools: [], iamUsers: [ada, renewer, { ...renewer, ...visitor }] } },
    })
    const headers = [['Cache-Control', 'max-age=0']] as const
    const renew = async (who: IamUser) => told(await sendSigned(served, { ...by(who), headers }))
    expect([await renew(renewer), await renew(ada), (await renew(visitor))[0]]).toEqual([
      accepted(renewer),
      [403, 'AccessDeniedException', { Message: 'User is not authorized to access this resource' }],
      403,
    ])
  })
})

describe('the cache', () => {
  test('never answers a caller who may not call', async () => {
    const stage = {
      cacheClusterEnabled: true,
      cacheClusterSize: '0.5' as const,
      methodSettings: { '/orders/{id}/GET': { cachingEnabled: true } },
    }
    const served = await serve({ stage })
    const answers = [
      await sendSigned(served, by(ada)),
      await sendSigned(served, by(nobody)),
      await served.send('/orders/7'),
      await sendSigned(served, by(ada)),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 200])
    expect(served.traced[3]!.trace.at(-1)).toMatchObject({ step: 'cache-lookup', details: { result: 'hit' } })
  })
})

describe('what a function learns', () => {
  let handlerProcessUrl: URL
  beforeAll(async () => {
    handlerProcessUrl = await builtHandlerProcess()
  })
  const files = {
    'echo.mjs':
      'export const handler = async ({ headers, multiValueHeaders, requestContext: { identity, authorizer } }) =>' +
      ' ({ body: JSON.stringify({ identity, authorizer, headers: [headers, multiValueHeaders] }) })',
  }

  test('is who signed, and nothing of the signature', async () => {
    const served = await serve(
      { resources: { '/orders/{id}': { methods: { GET: lambdaMethod('./echo.mjs', iam) } } } },
      { files, handlerProcessUrl },
    )
    const { text } = await sendSigned(served, { ...by(ada), headers: [['X-Order', '7']] })
    const { identity: seen, authorizer, headers } = JSON.parse(text)
    expect([seen, authorizer, headers[0]['X-Order']]).toEqual([
      {
        cognitoIdentityPoolId: null,
        accountId: '123456789012',
        cognitoIdentityId: null,
        caller: expect.stringMatching(/^AIDA[A-Z0-9]{17}$/),
        sourceIp: '127.0.0.1',
        principalOrgId: null,
        accessKey: 'AKIDADA',
        cognitoAuthenticationType: null,
        cognitoAuthenticationProvider: null,
        userArn: 'arn:aws:iam::123456789012:user/ada',
        userAgent: null,
        user: seen.caller,
      },
      undefined,
      '7',
    ])
    expect(JSON.stringify(headers)).not.toMatch(/authorization|AWS4/i)
  })

  test('includes an Authorization header that is no signature', async () => {
    const served = await serve(
      { resources: { '/open': { methods: { GET: lambdaMethod('./echo.mjs') } } } },
      { files, handlerProcessUrl },
    )
    const { text } = await served.send('/open', { headers: { Authorization: 'Basic YTpi' } })
    expect(JSON.parse(text).headers[0]['Authorization']).toBe('Basic YTpi')
  })
})
