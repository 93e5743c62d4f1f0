import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import type { JsonSchema } from '@shared/design/model'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { built } from '../testing/built'
import { findCycle } from '../testing/template-graph'

const reference = (name: string): JsonSchema => ({
  $ref: `https://apigateway.amazonaws.com/restapis/{restApiId}/models/${name}`,
})

function withModels(schemas: Readonly<Record<string, JsonSchema>>): Design {
  const models = Object.entries(schemas).map(([name, schema]) => [name, { contentType: 'application/json', schema }])
  return { ...emptyDesign('shop'), apis: [{ ...newRestApi('Orders'), models: Object.fromEntries(models) }] }
}

describe('a model', () => {
  it('names the others of the API that is made, and comes after them', () => {
    const { resource } = built(
      withModels({ Order: { properties: { line: reference('Line') } }, Line: { type: 'object' } }),
    )
    expect(resource('AWS::ApiGateway::Model', 'OrderModel')).toEqual({
      Type: 'AWS::ApiGateway::Model',
      Properties: {
        RestApiId: { Ref: 'OrdersApi' },
        Name: 'Order',
        ContentType: 'application/json',
        Schema: {
          properties: {
            line: { $ref: { 'Fn::Sub': 'https://apigateway.amazonaws.com/restapis/${OrdersApi}/models/Line' } },
          },
        },
      },
      DependsOn: ['OrdersApiLineModel'],
    })
  })

  it('does not wait for itself, nor in a circle', () => {
    const circle = { A: reference('B'), B: reference('C'), C: { items: [reference('A'), reference('C')] } }
    expect(findCycle(built(withModels(circle)).template)).toBeNull()
  })

  it('that every API has is not made again, and one that differs from it is missed', () => {
    const title = { $schema: 'http://json-schema.org/draft-04/schema#', title: 'Empty Schema', type: 'object' }
    const error = { type: 'object', properties: { message: { type: 'string' } } }
    const same = built(withModels({ Empty: title, Error: error }))
    const own = built(withModels({ Error: { type: 'object', properties: { code: { type: 'string' } } } }))
    const about = (said: readonly string[]) => said.filter((line) => line.includes('/models/'))
    expect([same.resource('AWS::ApiGateway::Model'), about(same.said), about(own.said)]).toEqual([
      undefined,
      ['info /apis/0/models/Empty', 'info /apis/0/models/Error'],
      ['warning /apis/0/models/Error'],
    ])
  })

  it('cannot have an object that CloudFormation takes for a function', () => {
    const { said } = built(withModels({ Order: { properties: { Ref: { type: 'string' } } } }))
    expect(said).toContain('error /apis/0/models/Order/schema')
  })
})
