import { describe, expect, it } from 'vitest'
import { Random } from '../../project-format/testing/random'
import { nastyText } from '../../project-format/testing/random-text'
import type { TemplateDocument, TemplateValue } from './template-document'
import { readTemplate } from './testing/read-template'
import { templateYaml } from './template-yaml'

const template = (Properties: Record<string, TemplateValue>): TemplateDocument => ({
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: { Api: { Type: 'AWS::ApiGateway::RestApi', Properties } },
})

describe('templateYaml', () => {
  it('writes functions as short tags, templates as blocks and sections apart', () => {
    const text = templateYaml({
      ...template({
        Name: { Ref: 'Name' },
        Root: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
        Url: { 'Fn::Sub': 'https://${Api}.example.com' },
        Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Orders' }]] },
        Group: { 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'Arn' }] }] },
        Template: '{\n  "a": 1\n}\n',
        List: [{ Key: 'a', Value: '012' }, [], {}],
      }),
      Outputs: { Id: { Value: 'yes' } },
    })
    expect(text).toBe(
      [
        "AWSTemplateFormatVersion: '2010-09-09'",
        '',
        'Resources:',
        '  Api:',
        '    Type: AWS::ApiGateway::RestApi',
        '    Properties:',
        '      Name: !Ref Name',
        '      Root: !GetAtt Api.RootResourceId',
        '      Url: !Sub https://${Api}.example.com',
        '      Target: !Join',
        '        - /',
        '        - - integrations',
        '          - !Ref Orders',
        '      Group: !Select',
        '        - 6',
        '        - !Split',
        "          - ':'",
        '          - !Ref Arn',
        '      Template: |',
        '        {',
        '          "a": 1',
        '        }',
        '      List:',
        '        - Key: a',
        "          Value: '012'",
        '        - []',
        '        - {}',
        '',
        'Outputs:',
        '  Id:',
        "    Value: 'yes'",
        '',
      ].join('\n'),
    )
  })

  it('takes no empty line between resources for the end of a text', () => {
    const resource = { Type: 'AWS::ApiGateway::Model', Properties: { Schema: 'a\nb\n\n' } }
    const value: TemplateDocument = { AWSTemplateFormatVersion: '2010-09-09', Resources: { A: resource, B: resource } }
    expect(readTemplate(templateYaml(value))).toEqual(value)
  })

  it('keeps a member that only looks like a function', () => {
    const value = template({ Schema: { properties: { Ref: { type: 'string' }, other: { Ref: 'a', and: 'b' } } } })
    expect(readTemplate(templateYaml(value))).toEqual(value)
  })

  it.each(Array.from({ length: 6 }, (_, index) => index + 1))(
    'is read back as it was, whatever its texts (seed %i)',
    (seed) => {
      const random = new Random(seed)
      const draw = (depth: number): TemplateValue => {
        if (depth === 0 || random.chance(0.3))
          return random.pick<TemplateValue>([nastyText(random), 5, true, { Ref: 'A' }])
        if (random.chance(0.4)) return random.times(3, () => draw(depth - 1))
        if (random.chance(0.3)) return { 'Fn::Sub': `a\${B}${nastyText(random)}` }
        return Object.fromEntries(random.times(3, () => [`k${nastyText(random)}`, draw(depth - 1)]))
      }
      for (let round = 0; round < 40; round++) {
        const value = template({ Value: draw(4) })
        expect(readTemplate(templateYaml(value))).toEqual(value)
      }
    },
  )
})
