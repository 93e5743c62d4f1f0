import { readFileSync, writeSync } from 'node:fs'
import { emptyDesign } from '@shared/design/new-design'
import { markOf } from '../read-project-file'
import { DEFAULT_SAVING, StoredProjectFile } from '../stored-project-file'
import { revisedDesign } from './revised-design'

/**
 * A process of its own for `kill.test.ts`: saves one revision after the other to the project named on the command line, saying which
 * are on disk, until it is killed. It does not read the project as opening would, so that it comes to saving sooner.
 */
const [path = '', first = '1'] = process.argv.slice(2)

const text = readFileSync(path, 'utf8')
const project = new StoredProjectFile(
  path,
  { text, mark: markOf(text), design: emptyDesign('unread'), diagnostics: [] },
  {
    onSaveState: (state) => {
      if (state.state === 'saving') return
      writeSync(1, `${state.state} ${state.revision}\n`)
      saveNext(state.revision + 1)
    },
    onChangedOnDisk: () => undefined,
  },
  { ...DEFAULT_SAVING, gatherMs: 0, watch: () => () => undefined },
)

function saveNext(revision: number): void {
  project.save(revisedDesign(revision), revision)
}

saveNext(Number(first))
