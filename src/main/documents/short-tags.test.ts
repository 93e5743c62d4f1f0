import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document'

function valueOf(text: string): unknown {
  const { value, diagnostics } = readDocument(text, 'template.yaml')
  expect(diagnostics).toEqual([])
  return value
}

describe('withShortTag', () => {
  it.each([
    ['!Ref Api', { Ref: 'Api' }],
    ['!Condition IsProd', { Condition: 'IsProd' }],
    ['!GetAtt Orders.Arn', { 'Fn::GetAtt': ['Orders', 'Arn'] }],
    ['!GetAtt Stack.Outputs.Url', { 'Fn::GetAtt': ['Stack', 'Outputs.Url'] }],
    ['!GetAtt [Orders, Arn]', { 'Fn::GetAtt': ['Orders', 'Arn'] }],
    ['!GetAtt Orders', { 'Fn::GetAtt': 'Orders' }],
    ["!GetAZs ''", { 'Fn::GetAZs': '' }],
    ['!GetAZs', { 'Fn::GetAZs': '' }],
    ['!Sub "${Api}/x"', { 'Fn::Sub': '${Api}/x' }],
    ['!Sub 12', { 'Fn::Sub': '12' }],
    ['!Sub [a, {b: !Ref C}]', { 'Fn::Sub': ['a', { b: { Ref: 'C' } }] }],
    [
      '!If [A, !Join ["", [x, !Ref Y]], !Ref AWS::NoValue]',
      {
        'Fn::If': ['A', { 'Fn::Join': ['', ['x', { Ref: 'Y' }]] }, { Ref: 'AWS::NoValue' }],
      },
    ],
    [
      '!Transform {Name: AWS::Include, Parameters: {Location: a}}',
      {
        'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 'a' } },
      },
    ],
    ['!ImportValue\n  Fn::Sub: "${Net}-Vpc"', { 'Fn::ImportValue': { 'Fn::Sub': '${Net}-Vpc' } }],
    ['!Sub |\n  one ${A}\n  two\n', { 'Fn::Sub': 'one ${A}\ntwo\n' }],
    ['!Equals\n  - !Ref A\n  - b', { 'Fn::Equals': [{ Ref: 'A' }, 'b'] }],
  ])('reads %j in its long form', (written, value) => {
    expect(valueOf(`a: ${written}\n`)).toEqual({ a: value })
  })

  it('reads tags of anchored values, and of keys in brackets', () => {
    expect(valueOf('a: &x !Ref B\nc: *x\nd: {e: !Ref F}\n')).toEqual({
      a: { Ref: 'B' },
      c: { Ref: 'B' },
      d: { e: { Ref: 'F' } },
    })
  })

  it('places a function at its tag, and its arguments where they stand', () => {
    const text = 'a: !Join\n  - ","\n  - - x\n    - !GetAtt B.C\nd: [!Ref E, f]\n'
    const { positionOf } = readDocument(text, 'template.yaml')
    const pointers = [
      '/a',
      '/a/Fn::Join',
      '/a/Fn::Join/1/1',
      '/a/Fn::Join/1/1/Fn::GetAtt',
      '/a/Fn::Join/1/1/Fn::GetAtt/1',
      '/d/0',
    ]
    expect(pointers.map((pointer) => positionOf(pointer)).map((range) => `${range?.line}:${range?.column}`)).toEqual([
      '1:1',
      '1:4',
      '4:5',
      '4:7',
      '4:15',
      '5:5',
    ])
  })

  it('refuses every other tag, naming it and its place', () => {
    expect(readDocument('a: !Ref b\nc: !GetAttribute d\n', 'template.yaml').diagnostics).toEqual([
      {
        code: 'text/unknown-tag',
        severity: 'error',
        message:
          'The tag !GetAttribute is not read: only plain data and the functions of CloudFormation are, as in !Ref. Remove it.',
        pointer: '',
        range: { line: 2, column: 4 },
      },
    ])
  })
})
