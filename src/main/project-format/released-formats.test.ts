import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { definitionOf } from '@shared/design/definition-of'
import { checkDesignTypes } from './check-types'
import { FORMAT_VERSION } from './format-version'
import { parseProject } from './parse-project'
import { writeProject } from './write-project'

const folder = fileURLToPath(new URL('fixtures', import.meta.url))
const files = readdirSync(folder)

describe('files of every released format', () => {
  it('are all here', () => {
    const versions = Array.from({ length: FORMAT_VERSION }, (_, index) => index + 1)
    expect(files).toEqual(versions.map((version) => `format-${version}.gatewright.yaml`))
  })

  it.each(files)('%s opens without a remark as a whole design', (file) => {
    const { design, diagnostics } = parseProject(readFileSync(`${folder}/${file}`, 'utf8'), file)
    expect([diagnostics, checkDesignTypes(design)]).toEqual([[], []])
  })

  it('format 1 is what a new file looks like, but for its comment', () => {
    const text = readFileSync(`${folder}/format-1.gatewright.yaml`, 'utf8')
    const { design } = parseProject(text, 'format-1')
    expect(design && `${text.slice(0, text.indexOf('\n') + 1)}${writeProject(design)}`).toBe(text)
  })

  it('format 1 gives a deployment without a definition that of its API, and one with it its own', () => {
    const { design } = parseProject(readFileSync(`${folder}/format-1.gatewright.yaml`, 'utf8'), 'format-1')
    const api = design?.apis[0]
    if (api?.protocolType !== 'REST') throw new TypeError('the first API is a REST API')
    expect(api.deployments.map((deployment) => deployment.definition)).toEqual([
      definitionOf(api),
      {
        apiKeySource: 'HEADER',
        resources: {
          '/': {
            methods: {
              GET: {
                authorizationType: 'NONE',
                apiKeyRequired: false,
                methodResponses: [],
                integration: { type: 'MOCK', integrationResponses: [] },
              },
            },
          },
        },
        authorizers: {},
        models: {},
        requestValidators: {},
        gatewayResponses: {},
      },
    ])
    expect(api.deployments[0]?.definition.resources).toBe(api.resources)
  })
})
