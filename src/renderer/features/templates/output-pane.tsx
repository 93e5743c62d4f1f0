import { ActionIcon, Tooltip } from '@mantine/core'
import { IconIndentIncrease } from '@tabler/icons-react'
import { useTemplateStore, type OutputTab } from '../../stores/template-store'
import { CompareView } from './compare-view'
import { DiffTab } from './diff-tab'
import { JsonChip } from './json-chip'
import { OutputFailure } from './output-failure'
import { OutputText } from './output-text'
import { OverridesView } from './overrides-view'
import { Pane } from '../../ui/pane'
import { PaneTabs } from '../../ui/pane-tabs'
import { countOverrides } from './count-overrides'

/** What the template made of the event. */
export function OutputPane() {
  const tab = useTemplateStore((state) => state.outputTab)
  return (
    <Pane label="Result" head={<OutputHead />}>
      <div className="gw-tpl-output">
        <OutputFailure />
        <div className="gw-tpl-output-view">
          {tab === 'diff' && <DiffTab />}
          {tab === 'output' && (
            <>
              <OutputText />
              <PrettySwitch />
            </>
          )}
          {tab === 'overrides' && <OverridesView />}
          {tab === 'compare' && <CompareView />}
        </div>
      </div>
    </Pane>
  )
}

function OutputHead() {
  const tab = useTemplateStore((state) => state.outputTab)
  const overrides = useTemplateStore((state) => countOverrides(state.shown?.answer.outcome))
  return (
    <>
      <PaneTabs<OutputTab>
        label="Result"
        active={tab}
        tabs={[
          { id: 'diff', label: 'Diff' },
          { id: 'output', label: 'Output' },
          {
            id: 'overrides',
            label: 'Overrides',
            mark: overrides === 0 ? undefined : <span className="gw-pane-count">{overrides}</span>,
          },
          { id: 'compare', label: 'Compare' },
        ]}
        onChange={(outputTab) => useTemplateStore.setState({ outputTab })}
      />
      <span className="gw-tpl-gap" />
      <JsonChip />
    </>
  )
}

function PrettySwitch() {
  const isPretty = useTemplateStore((state) => state.isPretty)
  return (
    <Tooltip label={isPretty ? 'Show the output as it is' : 'Show the output with breaks and indents'}>
      <ActionIcon
        size={24}
        className="gw-tpl-pretty"
        aria-label="Pretty"
        aria-pressed={isPretty}
        onClick={() => useTemplateStore.setState({ isPretty: !isPretty })}
      >
        <IconIndentIncrease size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
