import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { useSimulateViewStore } from '../../stores/simulate-view-store'
import { Chip } from '../../ui/chip'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import { DiagnosticList } from '../../ui/diagnostic-list'
import { editorProblems, problemsOfScenario, textState } from './text-problems'
import { useScenario, type ScenarioInUse } from './use-scenario'
import { useScenarioTextStore } from './scenario-text-store'
import './scenario-text.css'

/** The scenario as the project file has it. */
export function ScenarioText() {
  const inUse = useScenario()
  if (inUse === null) return <p className="gw-sim-no-rows">Add a scenario first.</p>
  return <TextOfScenario key={inUse.pointer} {...inUse} />
}

function TextOfScenario(inUse: ScenarioInUse) {
  const { text, diagnostics, isApplied, type, follow } = useScenarioTextStore()
  const { scenario, pointer } = inUse
  useEffect(() => follow(scenario, pointer), [follow, scenario, pointer])
  const ofDesign = useDesignStore((state) => state.diagnostics)
  const problems = useMemo(
    // Problems of the text are located; those of the design say what a text that nobody has typed yet is about.
    () => (isApplied && diagnostics.length === 0 ? problemsOfScenario(ofDesign, inUse.pointer) : diagnostics),
    [isApplied, ofDesign, inUse.pointer, diagnostics],
  )
  const marked = useMemo(() => editorProblems(text ?? '', diagnostics), [text, diagnostics])
  const isWrong = !isApplied && problems.length > 0
  return (
    <section className="gw-sim-text" aria-label="Scenario as text" data-testid="scenario-text" data-applied={isApplied}>
      <header className="gw-sim-panel-head">
        <h2>{inUse.scenario.name} as text</h2>
        <Chip tone={isWrong ? 'danger' : 'neutral'}>{textState(isApplied, problems.length)}</Chip>
        <Tooltip label="Back to the run">
          <ActionIcon size={24} aria-label="Close text" onClick={() => useSimulateViewStore.getState().open('run')}>
            <IconX size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className="gw-sim-text-editor">
        {text !== null && (
          <CodeEditor
            label="Scenario"
            language="yaml"
            testId="scenario-editor"
            documentId={inUse.pointer}
            value={text}
            problems={marked}
            onChange={type}
          />
        )}
      </div>
      {problems.length > 0 && (
        <div className="gw-sim-text-problems" data-testid="scenario-problems">
          <DiagnosticList diagnostics={problems} />
        </div>
      )}
    </section>
  )
}
