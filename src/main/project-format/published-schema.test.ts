import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, it } from 'vitest'
import { designSchema, projectSchema, publishedSchema } from './design.schema'

it('the published schema is the one files are checked with (npm exec node scripts/write-schema.mjs writes it)', () => {
  const published = readFileSync(new URL('../../../resources/gatewright.schema.json', import.meta.url), 'utf8')
  expect(published).toBe(publishedSchema())
})

it('both schemas are valid JSON Schema and compile strictly', () => {
  const ajv = new Ajv({ discriminator: true, allowUnionTypes: true, strictTypes: true, strictRequired: false })
  for (const schema of [projectSchema(), designSchema()]) {
    expect(ajv.validateSchema(schema)).toBe(true)
    expect(typeof ajv.compile(schema)).toBe('function')
  }
})
