import { expect, it } from 'vitest'
import { emptyDesign } from '@shared/design/new-design'
import { newHttpApi } from '@shared/design/new-http-api'
import type { Design } from '@shared/design/design'
import type { HttpIntegration } from '@shared/design/http-api'
import { calledFunctions } from './local-functions'

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:'
const invocation = (name: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${ARN}${name}/invocations`

function designWith(
  integrations: Readonly<Record<string, string | HttpIntegration>>,
  more: Partial<Design> = {},
): Design {
  const all = Object.entries(integrations).map(([id, one]): [string, HttpIntegration] => [
    id,
    typeof one === 'string' ? { integrationType: 'AWS_PROXY', integrationUri: one } : one,
  ])
  const authorizers = {
    guard: {
      authorizerType: 'REQUEST',
      identitySource: [],
      authorizerUri: invocation('guard'),
      handler: './guard.mjs#go',
    },
  } as const
  const api = { ...newHttpApi('Shop'), integrations: Object.fromEntries(all), authorizers }
  return { ...emptyDesign('shop'), apis: [api], ...more }
}

it('finds the functions that have code here, with what the design says of them', () => {
  const settings = { handler: './orders.py#list', timeout: 10 }
  const design = designWith(
    {
      list: 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:list-orders',
      other: invocation('other'),
    },
    { functions: { 'list-orders': settings, unused: { handler: './a.mjs#b' } } },
  )
  expect([...calledFunctions(design).values()]).toEqual([
    {
      name: 'list-orders',
      handler: './orders.py#list',
      pointer: '/functions/list-orders/handler',
      settings,
      others: [],
    },
    { name: 'guard', handler: './guard.mjs#go', pointer: '/apis/0/authorizers/guard/handler', others: [] },
  ])
})

it('prefers the function’s own handler, and tells of others once each', () => {
  const beside = (handler: string): HttpIntegration => ({
    integrationType: 'AWS_PROXY',
    integrationUri: invocation('orders'),
    handler,
  })
  const design = designWith(
    { a: beside('./b.mjs#b'), c: beside('./a.mjs#a'), d: beside('./b.mjs#b') },
    { functions: { orders: { handler: './a.mjs#a' } } },
  )
  expect(calledFunctions(design).get('orders')).toEqual({
    name: 'orders',
    handler: './a.mjs#a',
    pointer: '/functions/orders/handler',
    settings: { handler: './a.mjs#a' },
    others: [{ handler: './b.mjs#b', pointer: '/apis/0/integrations/a/handler' }],
  })
})

it('leaves aliases, versions, functions of stage variables and of other places to whoever deploys', () => {
  const names = ['orders:live', 'orders:7', 'orders:${stageVariables.alias}', '${stageVariables.fn}']
  const elsewhere = 'arn:aws:lambda:eu-west-1:123456789012:function:orders'
  const integrations = { ...Object.fromEntries(names.map((name) => [name, invocation(name)])), elsewhere }
  expect([
    ...calledFunctions(designWith(integrations, { functions: { orders: { handler: './a.mjs#a' } } })).keys(),
  ]).toEqual(['guard'])
})
