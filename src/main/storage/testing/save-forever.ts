import { writeSync } from 'node:fs'
import { createProjectStore } from '../project-store'
import { revisedDesign } from './revised-design'

/**
 * A process of its own for `kill.test.ts`: opens the project named on the command line and saves one revision after the other, saying
 * which are on disk, until it is killed.
 */
const [path = '', first = '1'] = process.argv.slice(2)

const store = createProjectStore({ projectsFolder: '', saving: { gatherMs: 0, watch: () => () => undefined } })
const project = await store.open(path, {
  onSaveState: (state) => {
    if (state.state === 'saving') return
    writeSync(1, `${state.state} ${state.revision}\n`)
    saveNext(state.revision + 1)
  },
  onChangedOnDisk: () => undefined,
})

function saveNext(revision: number): void {
  project.save(revisedDesign(revision), revision)
}

saveNext(Number(first))
