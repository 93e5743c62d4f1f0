import { describe, expect, it } from 'vitest'
import { readDocument } from '../../documents/read-document'
import { Findings } from '../findings'
import type { ImportFiles, ImportOptions } from '../import-options'
import { evaluateTemplate } from './evaluate-template'

function evaluate(text: string, options: ImportOptions = {}) {
  const document = readDocument(text, 'template.yaml')
  expect(document.diagnostics).toEqual([])
  const findings = new Findings(document.positionOf)
  const template = evaluateTemplate(document.value, findings, options)
  const problems = findings.diagnostics.map(({ code, range }) => `${code} ${range?.line}:${range?.column}`)
  return { template, document, problems, findings }
}

/** The properties of the one resource of a template, with what was said. */
function propertyOf(value: string, sections = '', options: ImportOptions = {}): readonly unknown[] {
  const { template, problems } = evaluate(
    `${sections}Resources:\n  R:\n    Type: X\n    Properties:\n      P: ${value}\n`,
    options,
  )
  const { P } = template.resources.get('R')?.properties ?? {}
  return problems.length === 0 ? [P] : [P, ...problems]
}

const files = (texts: Readonly<Record<string, string>>): ImportFiles => ({
  has: (name) => Object.hasOwn(texts, name),
  read: (name) => (Object.hasOwn(texts, name) ? new TextEncoder().encode(texts[name]) : null),
})

describe('parameters', () => {
  const SECTION = `Parameters:
  Plain: {Type: String, Default: orders}
  Limit: {Type: Number, Default: 100}
  Version: {Type: Number, Default: '1.0'}
  Names: {Type: CommaDelimitedList, Default: 'a, b'}
  Numbers: {Type: List<Number>, Default: '1,2'}
  Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /orders/key}
  Flag: {Type: String, Default: true, AllowedValues: [true, false]}
  Secret: {Type: String, NoEcho: true, Default: ''}
`

  it('are read with their defaults, as texts, numbers and lists', () => {
    const value =
      '[!Ref Plain, !Ref Limit, !Ref Version, !Ref Names, !Ref Numbers, !Ref Stored, !Ref Flag, !Ref Secret]'
    expect(propertyOf(value, SECTION)).toEqual([
      ['orders', 100, '1.0', ['a', 'b'], [1, 2], '{{resolve:ssm:/orders/key}}', 'true', ''],
    ])
  })

  it('take the values that are given, of SSM parameters the values themselves', () => {
    const parameters = { Plain: 'x', Names: 'c', Stored: 'value', Limit: '7' }
    expect(propertyOf('[!Ref Plain, !Ref Names, !Ref Stored, !Ref Limit]', SECTION, { parameters })).toEqual([
      ['x', ['c'], 'value', 7],
    ])
  })

  it('are listed for the report, secrets as such', () => {
    const { template } = evaluate(`${SECTION}Resources: {}\n`, { parameters: { Plain: 'x' } })
    expect(template.parameters.map(({ name, value, source, isSecret }) => [name, value, source, isSecret])).toEqual([
      ['Plain', 'x', 'given', undefined],
      ['Limit', '100', 'default', undefined],
      ['Version', '1.0', 'default', undefined],
      ['Names', 'a, b', 'default', undefined],
      ['Numbers', '1,2', 'default', undefined],
      ['Stored', '/orders/key', 'default', undefined],
      ['Flag', 'true', 'default', undefined],
      ['Secret', '', 'default', true],
    ])
  })

  it.each([
    ['Stage: {Type: String}', 'Stage'],
    ['Stage: {Type: String, AllowedValues: [dev, prod]}', 'dev'],
    ['Code: {Type: String, AllowedPattern: "^[A-Z]{3}$"}', 'ABC'],
    ['Count: {Type: Number}', '1'],
    ['Count: {Type: Number, MinValue: 5}', '5'],
    ['MyDomain: {Type: String}', expect.stringMatching(/^[a-z0-9]{6}\.example\.com$/)],
    ['CertificateArn: {Type: String}', expect.stringMatching(/^arn:aws:acm:us-east-1:123456789012:certificate\//)],
    ['AdminEmail: {Type: String}', 'someone@example.com'],
    ['Vpc: {Type: "AWS::EC2::VPC::Id"}', expect.stringMatching(/^vpc-[a-z0-9]{17}$/)],
  ])('without a default are made up and asked for: %s', (parameter, value) => {
    const { template, problems } = evaluate(`Parameters:\n  ${parameter}\nResources: {}\n`)
    expect(template.parameters[0]).toMatchObject({ value, source: 'asked' })
    expect(problems).toEqual(['import/value-assumed 2:3'])
  })

  it('that are asked for matter where APIs are made with them', () => {
    const api = '  A: {Type: AWS::ApiGateway::RestApi, Properties: {Name: !Ref One}}\n'
    const bucket = '  B: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub "${Two}"}}\n'
    const text = `Parameters:\n  One: {Type: String}\n  Two: {Type: String}\nResources:\n${api}${bucket}`
    const { findings } = evaluate(text)
    expect(findings.diagnostics.map(({ severity }) => severity)).toEqual(['warning', 'info'])
  })

  it('are reported when they get what they do not allow, and when they do not exist', () => {
    const section = 'Parameters:\n  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}\nResources: {}\n'
    const { problems } = evaluate(section, { parameters: { Stage: 'test', Region: 'x' } })
    expect(problems).toEqual(['import/value-assumed 2:3', 'import/value-unknown 1:1'])
  })
})

describe('functions', () => {
  const MAPPINGS = `Mappings:
  Sizes: {us-east-1: {Small: 1, Names: [a, b]}}
`

  it.each([
    ['!Ref AWS::Region', 'us-east-1'],
    ['!Sub "${AWS::Partition}:${AWS::AccountId}.${AWS::URLSuffix}"', 'aws:123456789012.amazonaws.com'],
    ['!Ref AWS::StackName', 'stack'],
    ['!Join [":", [a, 1, true, !Ref AWS::Region]]', 'a:1:true:us-east-1'],
    ['!Join ["", [a, !Ref Api]]', { 'Fn::Join': ['', ['a', { Ref: 'Api' }]] }],
    ['!Select [1, [a, b]]', 'b'],
    ['!Select ["0", !Split [".", a.b]]', 'a'],
    ['!Select [0, [!Ref Api, b]]', { Ref: 'Api' }],
    [
      '!Select [0, !Split [".", !GetAtt Api.Url]]',
      {
        'Fn::Select': [0, { 'Fn::Split': ['.', { 'Fn::GetAtt': ['Api', 'Url'] }] }],
      },
    ],
    ['!Split [",", "a,b"]', ['a', 'b']],
    ['!Base64 "grüße"', 'Z3LDvMOfZQ=='],
    ['!Cidr [10.0.0.0/16, 2, 8]', ['10.0.0.0/24', '10.0.1.0/24']],
    ['!GetAZs ""', ['us-east-1a', 'us-east-1b', 'us-east-1c']],
    ['!GetAZs eu-west-1', ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
    ['{"Fn::Length": [a, b, c]}', 3],
    ['{"Fn::ToJsonString": {a: [1, !Ref AWS::Region]}}', '{"a":[1,"us-east-1"]}'],
    ['!FindInMap [Sizes, !Ref AWS::Region, Small]', 1],
    ['!FindInMap [Sizes, us-east-1, Names]', ['a', 'b']],
    ['!FindInMap [Sizes, eu-west-1, Small, {DefaultValue: 2}]', 2],
    ['!Sub ["${A}-${B}", {A: !Ref AWS::Region, B: 7}]', 'us-east-1-7'],
    ['!Sub "${AWS::Region}/${Api}/${!Literal}"', { 'Fn::Sub': 'us-east-1/${Api}/${!Literal}' }],
    ['!Sub "${AWS::Region}${!stageVariables.v}"', 'us-east-1${stageVariables.v}'],
    ['!Sub ["${A}", {A: !GetAtt Api.Url}]', { 'Fn::Sub': ['${A}', { A: { 'Fn::GetAtt': ['Api', 'Url'] } }] }],
    ['{"Fn::GetAtt": Api.Url}', { 'Fn::GetAtt': ['Api', 'Url'] }],
    ['!ImportValue {"Fn::Sub": "${AWS::Region}-x"}', { 'Fn::ImportValue': 'us-east-1-x' }],
    ['{a: !Ref AWS::NoValue, b: [1, !Ref AWS::NoValue, 2]}', { b: [1, 2] }],
  ])('%s', (written, value) => {
    expect(propertyOf(written, MAPPINGS)).toEqual([value])
  })

  it.each([
    ['!Join [a]', undefined, 'import/wrong-type 5:10'],
    ['!Select [5, [a]]', undefined, 'import/wrong-type 5:10'],
    ['!FindInMap [Sizes, a, b]', undefined, 'import/reference-unresolved 5:10'],
    ['!Cidr [10.0.0.0/30, 4, 8]', undefined, 'import/wrong-type 5:10'],
    ['!If [Gone, a, b]', 'b', 'import/reference-unresolved 5:10'],
    ['!Transform {Name: Own}', undefined, 'import/not-carried 5:10'],
  ])('%s is reported at its place', (written, value, problem) => {
    const [found, said] = propertyOf(written)
    expect([found, said?.toString().replace(/:\d+$/, '')]).toEqual([value, problem.replace(/:\d+$/, '')])
  })
})

describe('conditions', () => {
  const SECTION = `Parameters:
  Stage: {Type: String, Default: prod}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsTest: !Not [!Condition IsProd]
  Both: !And [!Condition IsProd, !Equals [a, a]]
  Either: !Or [!Condition IsTest, !Equals [a, b]]
`

  it('choose values, and leave what is not there', () => {
    const value =
      '[!If [IsProd, 1, 2], !If [IsTest, 1, 2], !If [Both, 1, 2], !If [Either, 1, 2], !If [IsTest, 1, !Ref AWS::NoValue]]'
    expect(propertyOf(value, SECTION)).toEqual([[1, 2, 1, 2]])
    expect(propertyOf(value, SECTION, { parameters: { Stage: 'test' } })).toEqual([[2, 1, 2, 1, 1]])
  })

  it('leave resources out, and remember why', () => {
    const text = `${SECTION}Resources:\n  A: {Type: X, Condition: IsTest}\n  B: {Type: X, Condition: IsProd, DependsOn: A}\n`
    const { template } = evaluate(text)
    expect([...template.resources.keys(), ...(template.leftOut ?? [])]).toEqual(['B', ['A', 'IsTest']])
    expect(template.resources.get('B')?.dependsOn).toEqual(['A'])
  })

  it.each([
    ['A: !Condition B\n  B: !Condition A', 'import/reference-cyclic'],
    ['A: !Equals [!Ref Api, x]', 'import/reference-unresolved'],
    ['A: maybe', 'import/wrong-type'],
    ['A: !Condition Gone', 'import/reference-unresolved'],
  ])('that cannot be answered are false: %s', (conditions, code) => {
    const { template, findings } = evaluate(`Conditions:\n  ${conditions}\nResources:\n  R: {Type: X, Condition: A}\n`)
    expect([template.resources.size, findings.diagnostics.map((one) => one.code)]).toEqual([0, [code]])
  })
})

describe('loops', () => {
  it('make resources, members and conditions, also within each other', () => {
    const text = `Transform: AWS::LanguageExtensions
Parameters:
  Names: {Type: CommaDelimitedList, Default: 'Cat,Dog'}
Resources:
  Fn::ForEach::Animals:
    - Name
    - !Ref Names
    - '\${Name}Table':
        Type: T
        Properties:
          TableName: !Sub 'the-\${Name}'
          Owner: !Ref Name
          Fn::ForEach::Sizes: [Size, [a-1, b], {'Of&{Size}': '\${Name}\${Size}'}]
`
    const { template, problems, document } = evaluate(text)
    expect([...template.resources.values()].map(({ logicalId, properties }) => [logicalId, properties])).toEqual([
      ['CatTable', { TableName: 'the-Cat', Owner: 'Cat', Ofa1: 'Cata-1', Ofb: 'Catb' }],
      ['DogTable', { TableName: 'the-Dog', Owner: 'Dog', Ofa1: 'Doga-1', Ofb: 'Dogb' }],
    ])
    expect(problems).toEqual([])
    expect(document.positionOf(template.sourcePointer('/Resources/DogTable/Properties/Owner'))).toEqual({
      line: 12,
      column: 11,
    })
  })

  it('are reported when what they repeat is not known before', () => {
    const text = 'Resources:\n  Fn::ForEach::A: [N, !GetAtt X.Y, {"${N}": {Type: T}}]\n'
    expect(evaluate(text).problems).toEqual(['import/wrong-type 2:3'])
  })

  it('end when they would make more than anybody reads', () => {
    const list = `[${Array.from({ length: 60 }, (_, index) => index).join(', ')}]`
    const nested = ['A', 'B', 'C', 'D', 'E'].reduceRight(
      (body, name) => `{'Fn::ForEach::${name}': [${name}, ${list}, ${body}]}`,
      `{'R\${A}\${B}\${C}\${D}\${E}': {Type: T}}`,
    )
    expect(evaluate(`Resources: ${nested}\n`).problems).toEqual(['import/over-quota 1:1'])
  })
})

describe('included files', () => {
  it('stand for their content, with functions of the template, wherever they would be uploaded to', () => {
    const options = { files: files({ 'openapi.yaml': 'openapi: 3.0.1\ninfo: {title: {Ref: "AWS::Region"}}\n' }) }
    const value =
      '{"Fn::Transform": {Name: AWS::Include, Parameters: {Location: !Sub "s3://${AWS::Region}/api/openapi.yaml"}}}'
    expect(propertyOf(value, '', options)).toEqual([{ openapi: '3.0.1', info: { title: 'us-east-1' } }])
    expect(propertyOf(value.replace('{"Fn', '{a: 1, "Fn'), '', options)).toEqual([
      { a: 1, openapi: '3.0.1', info: { title: 'us-east-1' } },
    ])
  })

  it('are reported when they are missing or include themselves', () => {
    const value = '{"Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "a.json"}}}'
    expect(propertyOf(value)).toEqual([undefined, 'import/reference-unresolved 5:11'])
    const itself = { files: files({ 'a.json': value }) }
    expect(propertyOf(value, '', itself)).toEqual([undefined, 'import/reference-cyclic 5:11'])
  })
})

describe('places', () => {
  it('lead through folded conditions and shortened lists', () => {
    const text = `Conditions:
  On: !Equals [a, a]
Resources:
  R:
    Type: X
    Properties: !If
      - On
      - List:
          - !Ref AWS::NoValue
          - Name: x
      - {}
`
    const { template, document } = evaluate(text)
    expect(template.resources.get('R')?.properties).toEqual({ List: [{ Name: 'x' }] })
    expect(document.positionOf(template.sourcePointer('/Resources/R/Properties/List/0/Name'))).toEqual({
      line: 10,
      column: 13,
    })
  })
})

describe('what is hostile', () => {
  it('stays data: names that every object inherits are looked up as own members only', () => {
    expect(propertyOf('[!FindInMap [toString, constructor, name, {DefaultValue: d}], !Ref constructor]')).toEqual([
      ['d', { Ref: 'constructor' }],
    ])
    const text = 'Resources:\n  Fn::ForEach::L: [N, [__proto__], {"${N}": {Type: T}}]\n'
    expect([...evaluate(text).template.resources.keys()]).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'Type')).toBe(false)
  })

  it('is bounded: one long text cannot be joined to itself for ever', () => {
    const parts = Array.from({ length: 2000 }, () => '!Ref Long').join(', ')
    const sections = `Parameters:\n  Long: {Type: String, Default: ${'x'.repeat(100_000)}}\n`
    const [value, problem] = propertyOf(`!Join ['', [${parts}]]`, sections)
    expect([value, problem?.toString().split(' ')[0]]).toEqual([undefined, 'import/wrong-type'])
  })
})
