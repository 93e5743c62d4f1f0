import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { runMain, type MainRun } from './testing/run-main'

const ORDER_API = fileURLToPath(
  new URL('../../../resources/samples/order-api/order-api.gatewright.yaml', import.meta.url),
)
const NOT_CARRIED = 'info scenario/not-carried at /scenarios/0: '

function exported(...args: string[]): Promise<MainRun> {
  return runMain(['export', ...args])
}

describe('export of a scenario', () => {
  it('prints a k6 script of the first scenario, what it cannot carry on stderr', async () => {
    const { code, out, err } = await exported(ORDER_API, '--format', 'k6')
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      '// k6 script of the scenario "Steady orders", exported from Gatewright.',
    ])
    expect(out.endsWith('}')).toBe(true)
    expect(err.split('\n').every((line) => line.startsWith(NOT_CARRIED))).toBe(true)
  })

  it('writes an Artillery script of the scenario that is named, and says where', async () => {
    const path = join(temporaryFolder(), 'rush.yml')
    const args = [ORDER_API, '--format', 'artillery', '--scenario', 'Partner batch rush', '-o', path]
    expect(await exported(...args)).toMatchObject({ code: 0, out: path })
    expect(readFileSync(path, 'utf8')).toMatch(/^# Artillery test script of the scenario "Partner batch rush"/)
  })

  it('replaces a file that is there, and lists it for scripts', async () => {
    const path = join(temporaryFolder(), 'old.js')
    writeFileSync(path, 'old')
    const { code, out } = await exported(ORDER_API, '--format', 'k6', '-o', path, '--json')
    const { ok, files, diagnostics } = JSON.parse(out) as { ok: boolean; files: string[]; diagnostics: object[] }
    expect({ code, ok, files, first: diagnostics[0] }).toEqual({
      code: 0,
      ok: true,
      files: [path],
      first: {
        code: 'scenario/not-carried',
        severity: 'info',
        message: 'The models of backends, authorizer and overhead are left out: the real ones answer.',
        pointer: '/scenarios/0',
      },
    })
    expect(readFileSync(path, 'utf8')).toContain("import http from 'k6/http'")
  })

  it('says when the file cannot be written', async () => {
    const folder = join(temporaryFolder(), 'folder')
    mkdirSync(folder)
    const { code, out, err } = await exported(ORDER_API, '--format', 'k6', '-o', folder)
    expect([code, out, err.startsWith(`${folder} cannot be written: `)]).toEqual([2, '', true])
  })

  it.each([
    [[], 'Name a design.'],
    [[ORDER_API], 'Name a format with --format: openapi3, swagger2, cloudformation, sam, cdk, cli, k6, artillery'],
    [[ORDER_API, '--format', 'pdf'], 'There is no format "pdf": use openapi3, swagger2,'],
    [
      [ORDER_API, '--format', 'k6', '--scenario', 'x'],
      'No scenario is named "x": it has "Steady orders", "Partner batch rush".',
    ],
  ])('%j ends with 2', async (args, message) => {
    const { code, out, err } = await exported(...args)
    expect({ code, out, said: err.slice(0, message.length) }).toEqual({ code: 2, out: '', said: message })
  })
})

describe('export of a design', () => {
  it('prints a template as YAML, and as JSON with --json', async () => {
    const yaml = await exported(ORDER_API, '--format', 'cloudformation')
    expect([yaml.code, yaml.out.split('\n')[0]]).toEqual([0, "AWSTemplateFormatVersion: '2010-09-09'"])
    const json = await exported(ORDER_API, '--format', 'cloudformation', '--json')
    expect(JSON.parse(json.out)).toMatchObject({ AWSTemplateFormatVersion: '2010-09-09' })
  })

  it('writes JSON to a file that is named so, and says what it cannot hold', async () => {
    const path = join(temporaryFolder(), 'template.json')
    const { code, out } = await exported(ORDER_API, '--format', 'cloudformation', '-o', path, '--json')
    const { ok, files, diagnostics } = JSON.parse(out) as {
      ok: boolean
      files: string[]
      diagnostics: { code: string }[]
    }
    expect([code, ok, files]).toEqual([0, true, [path]])
    expect(diagnostics.map((each) => each.code)).toContain('export/local-only')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('Resources')
  })

  it('writes an app of the CDK into a folder', async () => {
    const folder = join(temporaryFolder(), 'app')
    const { code, out } = await exported(ORDER_API, '--format', 'cdk', '-o', folder)
    const paths = out.split('\n')
    expect([code, paths.every((path) => path.startsWith(folder)), paths.length > 2]).toEqual([0, true, true])
    expect(readFileSync(paths[0] ?? '', 'utf8')).toContain('aws-cdk-lib')
  })

  it('prints the first of several files, and names the others', async () => {
    const { code, out, err } = await exported(ORDER_API, '--format', 'cdk')
    expect([code, out.includes('aws-cdk-lib')]).toEqual([0, true])
    expect(err).toContain('cdk has ')
  })

  it('takes one API by its name, and one stage', async () => {
    const path = join(temporaryFolder(), 'api.yaml')
    await exported(ORDER_API, '--format', 'openapi3', '--api', 'OrderAPI', '--stage', 'prod', '-o', path)
    expect(readFileSync(path, 'utf8')).toContain('x-amazon-apigateway-integration')
    await exported(ORDER_API, '--format', 'openapi3', '--no-extensions', '-o', path)
    expect(readFileSync(path, 'utf8')).not.toContain('x-amazon-apigateway')
  })

  it.each([
    [['--api', 'x'], 'No API is named "x": the design has '],
    [['--stage', 'x'], 'OrderAPI has no stage "x": it has prod'],
  ])('%j ends with 2 and names what there is', async (args, message) => {
    const { code, out, err } = await exported(ORDER_API, '--format', 'cloudformation', ...args)
    expect({ code, out, said: err.includes(message) }).toEqual({ code: 2, out: '', said: true })
  })
})
