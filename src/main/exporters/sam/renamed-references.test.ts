import { expect, it } from 'vitest'
import { renameReferences } from './renamed-references'

const RENAMED = new Map([
  ['ApiProdStage', { to: 'Api.Stage', isAttribute: false }],
  ['CreateFunctionArn', { to: 'CreateFunction.Arn', isAttribute: true }],
])

const renamed = (value: Parameters<typeof renameReferences>[0]) => renameReferences(value, RENAMED)

it('refers to what is called otherwise now, wherever it stands', () => {
  const value = { a: [{ Ref: 'ApiProdStage' }, { Ref: 'Api' }], b: { Ref: 'CreateFunctionArn' } }
  expect(renamed(value)).toEqual({
    a: [{ Ref: 'Api.Stage' }, { Ref: 'Api' }],
    b: { 'Fn::GetAtt': ['CreateFunction', 'Arn'] },
  })
})

it('changes the names in texts, not those with a value of their own nor literal ones', () => {
  expect([
    renamed({ 'Fn::Sub': '${Api}/${ApiProdStage}/${!ApiProdStage}/${CreateFunctionArn}' }),
    renamed({ 'Fn::Sub': ['${ApiProdStage}/${CreateFunctionArn}', { ApiProdStage: { Ref: 'ApiProdStage' } }] }),
  ]).toEqual([
    { 'Fn::Sub': '${Api}/${Api.Stage}/${!ApiProdStage}/${CreateFunction.Arn}' },
    { 'Fn::Sub': ['${ApiProdStage}/${CreateFunction.Arn}', { ApiProdStage: { Ref: 'Api.Stage' } }] },
  ])
})

it('leaves an object alone that has a Ref among other members', () => {
  expect(renamed({ Ref: 'ApiProdStage', other: 1 })).toEqual({ Ref: 'ApiProdStage', other: 1 })
})
