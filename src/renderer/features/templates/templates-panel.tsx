import { IconPlus } from '@tabler/icons-react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { commandKeys } from '../../stores/command-keys'
import { useTemplateStore, type CasesTab, type TraceTab } from '../../stores/template-store'
import { ActionButton } from '../../ui/action-button'
import { Chip } from '../../ui/chip'
import { plural } from '../../ui/format'
import { whyNotSaveCase } from './case-actions'
import { CaseList } from './case-list'
import { tallyWords } from './case-tally'
import { Pane } from '../../ui/pane'
import { PaneTabs } from '../../ui/pane-tabs'
import { ProblemCallout } from './problem-callout'
import { ProblemTable } from './problem-table'
import { StepControls } from './step-controls'
import { TraceTable } from './trace-table'
import { useTally } from './use-tally'
import { useTemplateName } from './use-template'
import { VariableTable } from './variable-table'

/** Below the editors: what is expected and what is wrong; what the variables hold and what ran. */
export function TemplatesPanel() {
  const name = useTemplateName()
  if (name === null) return <p className="gw-tpl-note">Cases, problems, variables and trace of an open template.</p>
  return (
    <Group orientation="horizontal" className="gw-group">
      <Panel id="template-cases" minSize={200} defaultSize="39">
        <CasesPane />
      </Panel>
      <Separator className="gw-separator" aria-label="Width of the cases" />
      <Panel id="template-variables" minSize={240}>
        <VariablesPane />
      </Panel>
    </Group>
  )
}

function CasesPane() {
  const tab = useTemplateStore((state) => state.casesTab)
  return (
    <Pane label="Cases and problems" head={<CasesHead />}>
      {tab === 'cases' ? (
        <div className="gw-tpl-scroll">
          <CaseList />
          <ProblemCallout />
        </div>
      ) : (
        <ProblemTable />
      )}
    </Pane>
  )
}

function CasesHead() {
  const tab = useTemplateStore((state) => state.casesTab)
  const tally = useTally()
  const problems = useTemplateStore((state) => state.shown?.answer.problems.length ?? 0)
  const hasError = useTemplateStore(
    (state) => state.shown?.answer.problems.some(({ severity }) => severity === 'error') ?? false,
  )
  const saveReason = useTemplateStore(whyNotSaveCase)
  const tone = tally.failed > 0 ? 'danger' : tally.passed === tally.total ? 'success' : 'neutral'
  return (
    <>
      <PaneTabs<CasesTab>
        label="Cases and problems"
        active={tab}
        tabs={[
          { id: 'cases', label: 'Cases', mark: tally.total > 0 && <Chip tone={tone}>{tallyWords(tally)}</Chip> },
          {
            id: 'problems',
            label: 'Problems',
            mark: problems > 0 && <Chip tone={hasError ? 'danger' : 'warning'}>{problems}</Chip>,
          },
        ]}
        onChange={(casesTab) => useTemplateStore.setState({ casesTab })}
      />
      <span className="gw-hidden" role="status">
        {tally.known > 0 && `${tally.passed} of ${tally.total} cases pass`}
      </span>
      <span className="gw-tpl-gap" />
      <ActionButton
        variant="subtle"
        label="Save as case"
        testId="template-save-case"
        leftSection={<IconPlus size={14} />}
        disabledReason={saveReason}
        tooltip={`Keep the event with its output, ${commandKeys('template.saveCase')}`}
        onClick={() => useTemplateStore.getState().openDialog('save-case')}
      >
        <span className="gw-tpl-wide">Save as case</span>
      </ActionButton>
    </>
  )
}

function VariablesPane() {
  const tab = useTemplateStore((state) => state.traceTab)
  return (
    <Pane label="Variables and trace" head={<VariablesHead />}>
      {tab === 'variables' ? <VariableTable /> : <TraceTable />}
    </Pane>
  )
}

function VariablesHead() {
  const tab = useTemplateStore((state) => state.traceTab)
  const steps = useTemplateStore((state) => state.shown?.answer.recording?.steps.length ?? 0)
  return (
    <>
      <PaneTabs<TraceTab>
        label="Variables and trace"
        active={tab}
        tabs={[
          { id: 'variables', label: 'Variables' },
          {
            id: 'trace',
            label: 'Trace',
            mark: <span className="gw-pane-count">{plural(steps, 'step')}</span>,
          },
        ]}
        onChange={(traceTab) => useTemplateStore.setState({ traceTab })}
      />
      <span className="gw-tpl-gap" />
      <StepControls />
    </>
  )
}
