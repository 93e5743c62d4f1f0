import { checkDesign } from '@shared/design/checks/check-design'
import type { Design } from '@shared/design/design'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { addRoute } from '@shared/design/edits/add-route'
import { parseProject } from '../project-format/parse-project'
import { writeProject } from '../project-format/write-project'

const METHODS = 1000
const RUNS = 5

/** Milliseconds to read, write and check a design of 1,000 methods, best of five. */
export function benchFormat() {
  const design = largeDesign()
  const text = writeProject(design)
  return {
    methods: METHODS,
    readMs: best(() => parseProject(text, 'bench.gatewright.yaml')),
    writeMs: best(() => writeProject(design)),
    saveMs: best(() => writeProject({ ...design, name: 'renamed' }, text)),
    checkMs: best(() => checkDesign(design)),
  }
}

function largeDesign(): Design {
  const api = newRestApi('Bench')
  const design: Design = { ...emptyDesign('bench'), apis: [api] }
  return Array.from({ length: METHODS }, (_, at) => at).reduce(
    (grown, at) => addRoute(grown, api.id, `/group${at % 50}/item${at}`, 'GET'),
    design,
  )
}

function best(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now()
    work()
    return performance.now() - startedAt
  })
  return Math.round(Math.min(...times) * 10) / 10
}
