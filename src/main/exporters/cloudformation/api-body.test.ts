import { describe, expect, it } from 'vitest'
import { mockMethod } from '@shared/design/mock-method'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { built } from './testing/built'
import { everyFeature } from './testing/every-feature'
import { danglingReferences, findCycle } from './testing/template-graph'
import { templateErrors } from './testing/template-errors'

const { resource, template, said } = built(everyFeature(), { hasBody: true })

describe('a body', () => {
  it('makes a template without an error or a circle', () => {
    expect([templateErrors(JSON.stringify(template)), danglingReferences(template), findCycle(template)]).toEqual([
      [],
      [],
      null,
    ])
  })

  it('calls functions, roles and links by parameters', () => {
    const body = JSON.stringify(resource('AWS::ApiGateway::RestApi')?.Properties?.Body)
    const names = [...body.matchAll(/\$\{(\w+)\}|"Ref":"(\w+)"/g)].map(([, inSub, alone]) => inSub ?? alone)
    expect(names.sort()).toEqual(['Link01VpcLinkId', 'OrdersFunctionArn', 'SendRoleArn', 'SessionLiveFunctionArn'])
  })

  it('leaves to the template where the API answers and who may call it', () => {
    const { Body, Policy } = resource('AWS::ApiGateway::RestApi')?.Properties ?? {}
    expect([Object.keys(Body as object).filter((name) => /servers|policy/.test(name)), Policy !== undefined]).toEqual([
      [],
      true,
    ])
  })

  it('holds what no resource can: descriptions, TLS settings and what plays a function', () => {
    expect(said.filter((line) => /tlsConfig|description|handler/.test(line))).toEqual([])
  })

  it('is never that of a WebSocket API', () => {
    expect(Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')).toHaveLength(2)
  })

  it('takes the place of resources when there are more than a template may have', () => {
    const paths = Array.from({ length: 300 }, (_, index) => [`/r${index}`, { methods: { GET: mockMethod() } }])
    const api = { ...newRestApi('Orders'), resources: Object.fromEntries(paths) }
    const large = built({ ...emptyDesign('shop'), apis: [api] })
    expect([Object.keys(large.template.Resources).length < 10, large.said.includes('info /apis')]).toEqual([true, true])
  })
})
