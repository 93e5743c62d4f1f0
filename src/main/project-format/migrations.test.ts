import { describe, expect, it } from 'vitest'
import { emptyDesign } from '@shared/design/new-design'
import { FORMAT_VERSION } from './format-version'
import { MIGRATIONS, migrateProject, type Migration } from './migrations'
import { parseProject } from './parse-project'

/** Made up: format 2 calls the project's `title` its `name`, format 3 counts functions' time in seconds. */
const toTwo: Migration = {
  from: 1,
  migrate: ({ title, ...rest }) => ({ ...rest, gatewright: 2, name: title ?? '' }),
}
const toThree: Migration = {
  from: 2,
  migrate: (project) => ({ ...project, gatewright: 3, functions: { f: { timeout: 3 } } }),
}
const format = { newest: 3, migrations: [toThree, toTwo] }

describe('migrations', () => {
  it('there is one for every version before this one', () => {
    const before = Array.from({ length: FORMAT_VERSION - 1 }, (_, index) => index + 1)
    expect(MIGRATIONS.map((migration) => migration.from)).toEqual(before)
  })

  it('bring a file through every version to the newest', () => {
    const expected = { ...emptyDesign('orders'), functions: { f: { timeout: 3 } } }
    expect(parseProject('gatewright: 1\ntitle: orders\n', 'a.yaml', format)).toEqual({
      design: expected,
      diagnostics: [],
    })
    expect(parseProject('gatewright: 2\nname: orders\n', 'a.yaml', format)).toEqual({
      design: expected,
      diagnostics: [],
    })
  })

  it('leave a file of the newest version as it is', () => {
    const { design } = parseProject('gatewright: 3\nname: orders\n', 'a.yaml', format)
    expect(design).toEqual(emptyDesign('orders'))
  })

  it('say up to which version this release reads', () => {
    const { design, diagnostics } = parseProject('gatewright: 4\nname: orders\n', 'a.yaml', format)
    expect([design, diagnostics.map(({ code, message }) => [code, message])]).toEqual([
      null,
      [
        [
          'project/newer-format',
          'Made by a newer release (format 4; this release reads up to 3). Open it with that release; it is left as it is.',
        ],
      ],
    ])
  })

  it('a missing migration is a bug and not a matter of the file', () => {
    expect(() => migrateProject({ gatewright: 1 }, 1, 3, [toThree])).toThrow(RangeError)
  })
})
