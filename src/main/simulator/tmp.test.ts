import { it } from 'vitest'
import { checkDesign } from '@shared/design/checks/check-design'
import { checkScenario } from '@shared/design/checks/check-scenario'
import { finished, richDesign, richScenario } from './rich-run.fixture'
import { simulationResult } from './simulation-result'
it('x', () => {
  console.log(checkDesign(richDesign()), checkScenario(richScenario(), richDesign()))
  const s = richScenario()
  const t = performance.now()
  console.log(JSON.stringify({...simulationResult(finished(richDesign(), s), s, 1), timeSeries: 0}, null, 1), performance.now()-t)
})
