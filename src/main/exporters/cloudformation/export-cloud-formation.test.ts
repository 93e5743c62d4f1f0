import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Stack } from 'aws-cdk-lib'
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import { Random } from '../../project-format/testing/random'
import { randomDesign } from '../testing/random-design'
import { buildTemplate } from './build-template'
import { exportCloudFormation } from './export-cloud-formation'
import { everyFeature } from './testing/every-feature'
import { readTemplate } from './testing/read-template'

const designs = [everyFeature(), orderDesign(), ...[1, 2, 3].map((seed) => randomDesign(new Random(seed)))]

describe('exportCloudFormation', () => {
  it.each(designs)('says the same in YAML and in JSON ($name)', (design) => {
    const { template } = buildTemplate(design, { format: 'cloudformation' })
    const yaml = exportCloudFormation(design, { format: 'cloudformation' }).files
    const json = exportCloudFormation(design, { format: 'cloudformation', syntax: 'json' }).files
    expect([yaml.map(({ name }) => name), json.map(({ name }) => name)]).toEqual([['template.yaml'], ['template.json']])
    expect([readTemplate(yaml[0]!.text), JSON.parse(json[0]!.text)]).toEqual([template, template])
  })

  it('says when a template is larger than CloudFormation takes', () => {
    const design = orderDesign()
    const [first] = design.scenarios
    const large = {
      ...design,
      scenarios: first ? [first] : [],
      apis: design.apis.map((api) => ({ ...api, description: 'x'.repeat(1024 * 1024) })),
    }
    const { diagnostics } = exportCloudFormation(large, { format: 'cloudformation' })
    expect(diagnostics.filter(({ code }) => code === 'export/over-quota').map(({ severity }) => severity)).toEqual([
      'error',
    ])
  })
})

describe('in the AWS CDK', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'template-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it.each(designs.slice(0, 3).map((design, index) => ({ index, design })))(
    'CfnInclude loads it ($index)',
    ({ index, design }) => {
      const { files } = exportCloudFormation(design, { format: 'cloudformation' })
      const templateFile = join(folder, `${index}.yaml`)
      writeFileSync(templateFile, files[0]!.text)
      const stack = new Stack(new App(), 'Stack')
      const included = new CfnInclude(stack, 'Template', { templateFile })
      const { template } = buildTemplate(design, { format: 'cloudformation' })
      const missing = Object.keys(template.Resources).filter((id) => included.getResource(id).logicalId === '')
      expect(missing).toEqual([])
    },
  )
})
