import { describe, expect, it } from 'vitest'
import { deployed, World } from '../testing/world'

describe('usage plans and keys', () => {
  it('keeps a plan with its stages and keys in the design', () => {
    const world = new World('apigateway')
    const { restApiId } = deployed(world)
    const plan = world.done('CreateUsagePlan', {
      name: 'gold',
      throttle: { rateLimit: 10, burstLimit: 5 },
      quota: { limit: 1000, period: 'MONTH' },
      apiStages: [{ apiId: restApiId, stage: 'dev' }],
      tags: { team: 'a' },
    })
    const key = world.done('CreateApiKey', { name: 'app', enabled: true, value: 'x'.repeat(20) })
    const added = world.done('CreateUsagePlanKey', { usagePlanId: plan['id'], keyId: key['id'], keyType: 'API_KEY' })
    expect(added).toEqual({ id: key['id'], type: 'API_KEY', value: 'x'.repeat(20), name: 'app' })
    expect(world.state.design.usagePlans).toEqual([
      {
        id: plan['id'],
        name: 'gold',
        throttle: { rateLimit: 10, burstLimit: 5 },
        quota: { limit: 1000, period: 'MONTH' },
        apiStages: [{ apiId: restApiId, stage: 'dev' }],
        keyIds: [key['id']],
      },
    ])
    expect(world.done('GetUsagePlan', { usagePlanId: plan['id'] })).toMatchObject({ tags: { team: 'a' } })
    expect(world.done('GetUsagePlanKeys', { usagePlanId: plan['id'] })['item']).toEqual([added])
    world.done('DeleteUsagePlanKey', { usagePlanId: plan['id'], keyId: key['id'] })
    expect(world.done('GetUsagePlans', { keyId: key['id'] })).toEqual({ item: [] })
  })

  it('patches plans: members, stages, throttles of methods', () => {
    const world = new World('apigateway')
    const { restApiId } = deployed(world)
    const { id: usagePlanId } = world.done('CreateUsagePlan', { name: 'plan' })
    expect(world.notes).toEqual([
      {
        severity: 'warning',
        text: 'The usage plan "plan" covers no stage, so it limits nothing: add --api-stages apiId=API,stage=STAGE.',
      },
    ])
    const patch = (...entries: (readonly [string, string, string?])[]) => ({
      usagePlanId,
      patchOperations: entries.map(([op, path, value]) => ({ op, path, value })),
    })
    const covered = `/apiStages/${restApiId}:dev/throttle`
    expect(
      world.done(
        'UpdateUsagePlan',
        patch(
          ['add', '/apiStages', `${restApiId}:dev`],
          ['replace', '/name', 'other'],
          ['replace', '/throttle/rateLimit', '1.5'],
          ['replace', '/throttle/burstLimit', '2'],
          ['replace', `${covered}/~1test/GET/rateLimit`, '3'],
          ['replace', `${covered}/~1test/GET/burstLimit`, '4'],
        ),
      ),
    ).toEqual({
      id: usagePlanId,
      name: 'other',
      throttle: { rateLimit: 1.5, burstLimit: 2 },
      apiStages: [{ apiId: restApiId, stage: 'dev', throttle: { '/test/GET': { rateLimit: 3, burstLimit: 4 } } }],
    })
    const refused = (...entry: readonly [string, string, string?]) => world.refused('UpdateUsagePlan', patch(entry))
    expect([
      refused('add', '/apiStages'),
      refused('add', '/apiStages', `${restApiId}:none`),
      refused('replace', '/weather', 'x'),
      world.refused('DeleteUsagePlan', { usagePlanId }),
    ]).toEqual([
      [400, 'Invalid API Stage specified'],
      [404, `Invalid API Stage {api: ${restApiId}, stage: none} specified for usageplan ${String(usagePlanId)}`],
      [400, 'Invalid patch path /weather'],
      [400, `Cannot delete Usage Plan ${String(usagePlanId)} because it has API Stages associated with it`],
    ])
    world.done('UpdateUsagePlan', patch(['remove', covered], ['remove', '/apiStages', `${restApiId}:dev`]))
    world.done('DeleteUsagePlan', { usagePlanId })
    expect(world.state.design.usagePlans).toEqual([])
  })

  it('refuses keys and quotas that the service refuses, and knows the value of a key from its id', () => {
    const world = new World('apigateway')
    const { id: usagePlanId } = world.done('CreateUsagePlan', { name: 'plan' })
    const key = world.done('CreateApiKey', { name: 'app' })
    expect(key['enabled']).toBe(false)
    expect(String(key['value'])).toMatch(/^[a-z0-9]{40}$/)
    const quota = (period: string, offset: number) =>
      world.refused('CreateUsagePlan', { name: 'q', quota: { limit: 1, period, offset } })[1]
    expect([
      world.refused('CreateApiKey', { name: 'k', value: 'short' }),
      world.refused('CreateApiKey', { name: 'k', value: 'x'.repeat(129) }),
      world.refused('CreateApiKey', { name: 'k', value: key['value'] }),
      quota('DAY', 1),
      quota('WEEK', 7),
      quota('MONTH', 28),
      world.hint('CreateUsagePlanKey', { usagePlanId, keyId: key['value'], keyType: 'API_KEY' }),
    ]).toEqual([
      [400, 'API Key value should be at least 20 characters'],
      [400, 'API Key value exceeds maximum size of 128 characters'],
      [409, 'API Key already exists'],
      'Usage plan quota offset must be zero in the DAY period',
      'Usage plan quota offset must be between zero and six inclusive in the WEEK period',
      'Usage plan quota offset must be between zero and 27, inclusive, in the MONTH period',
      `That is the value of key ${String(key['id'])} ("app"); an id is asked for: capture it with --query id.`,
    ])
  })

  it('hides values of keys unless they are asked for, and gives pages', () => {
    const world = new World('apigateway')
    for (const name of ['a', 'b', 'c']) world.done('CreateApiKey', { name })
    const page = world.done('GetApiKeys', { limit: 2 })
    const rest = world.done('GetApiKeys', { limit: 2, position: page['position'], includeValues: true })
    const names = (answer: typeof page) =>
      (answer['item'] as { name: string; value?: string }[]).map(({ name, value }) => [name, value !== undefined])
    expect([names(page), names(rest), rest['position']]).toEqual([
      [
        ['a', false],
        ['b', false],
      ],
      [['c', true]],
      undefined,
    ])
  })
})

describe('keys from a table', () => {
  it('are added with their plans, but for rows that cannot be', () => {
    const world = new World('apigateway')
    const { id: planId } = world.done('CreateUsagePlan', { name: 'plan' })
    const table = [
      'Name,key,description,Enabled,usageplanIds',
      `"a, b",${'a'.repeat(20)},first,true,"${String(planId)}"`,
      `c,${'c'.repeat(20)},,FALSE,`,
      'd,short,,,',
    ].join('\r\n')
    const { ids, warnings } = world.done('ImportApiKeys', { format: 'csv', body: table })
    const [one, other] = ids as string[]
    expect([world.state.design.apiKeys, world.state.design.usagePlans[0]?.keyIds, warnings]).toEqual([
      [
        { id: one, name: 'a, b', description: 'first', enabled: true, value: 'a'.repeat(20) },
        { id: other, name: 'c', enabled: false, value: 'c'.repeat(20) },
      ],
      [one],
      ['The value of "d" has 5 characters; 20 to 128 are allowed.'],
    ])
    expect(world.refused('ImportApiKeys', { format: 'csv', body: 'a,b' })).toEqual([
      400,
      'The API Key file is missing required columns',
    ])
  })
})

describe('domains', () => {
  it('maps paths of a domain to stages', () => {
    const world = new World('apigateway')
    const { restApiId } = deployed(world)
    world.done('CreateDomainName', {
      domainName: 'api.example.com',
      regionalCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a',
      endpointConfiguration: { types: ['REGIONAL'] },
    })
    const place = { domainName: 'api.example.com' }
    world.done('CreateBasePathMapping', { ...place, restApiId, stage: 'dev' })
    world.done('CreateBasePathMapping', { ...place, restApiId, basePath: 'v1', stage: 'dev' })
    world.done('UpdateBasePathMapping', {
      ...place,
      basePath: 'v1',
      patchOperations: [{ op: 'replace', path: '/basePath', value: 'v2' }],
    })
    expect([
      world.refused('CreateBasePathMapping', { ...place, restApiId }),
      world.refused('CreateBasePathMapping', { ...place, restApiId: 'x', basePath: 'a' }),
      world.refused('CreateBasePathMapping', { ...place, restApiId, basePath: 'a', stage: 'x' }),
      world.refused('CreateDomainName', place),
    ]).toEqual([
      [409, 'Base path already exists for this domain name'],
      [400, 'Invalid REST API identifier specified'],
      [400, 'Invalid stage identifier specified'],
      [400, 'The domain name you provided already exists.'],
    ])
    world.done('DeleteBasePathMapping', { ...place, basePath: '(none)' })
    const patchOperations = [
      { op: 'replace', path: '/regionalCertificateArn', value: 'arn:aws:acm:us-east-1:123456789012:certificate/b' },
    ]
    world.done('UpdateDomainName', { ...place, patchOperations })
    expect(world.state.design.domainNames).toEqual([
      {
        domainName: 'api.example.com',
        endpointConfiguration: { types: ['REGIONAL'] },
        certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/b',
        basePathMappings: [{ basePath: 'v2', apiId: restApiId, stage: 'dev' }],
      },
    ])
  })
})

describe('what a design does not hold', () => {
  it('is kept beside it and read back', () => {
    const world = new World('apigateway')
    const link = world.done('CreateVpcLink', { name: 'link', targetArns: ['arn:aws:elasticloadbalancing:x'] })
    expect(world.notes).toEqual([
      { severity: 'info', text: 'A VPC link is not part of a design: only references to it are kept.' },
    ])
    world.done('UpdateVpcLink', {
      vpcLinkId: link['id'],
      patchOperations: [{ op: 'replace', path: '/name', value: 'other' }],
    })
    expect(world.done('GetVpcLinks')['item']).toEqual([{ ...link, name: 'other' }])
    world.done('DeleteVpcLink', { vpcLinkId: link['id'] })
    expect(world.refused('GetVpcLink', { vpcLinkId: link['id'] })).toEqual([
      404,
      'Invalid VPC link identifier specified',
    ])
    const role = 'arn:aws:iam::123456789012:role/logs'
    const patch = (value: string) => ({ patchOperations: [{ op: 'replace', path: '/cloudwatchRoleArn', value }] })
    world.done('UpdateAccount', patch(role))
    expect(world.done('GetAccount')).toMatchObject({
      cloudwatchRoleArn: role,
      throttleSettings: { rateLimit: 10000, burstLimit: 5000 },
    })
    expect(world.refused('UpdateAccount', patch('<arn>'))).toEqual([400, 'The role ARN is not well formed'])
  })
})
