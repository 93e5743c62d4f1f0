import { SegmentedControl, Switch } from '@mantine/core'
import { DESIGN_FORMATS, type DesignFormat } from '@shared/contract/export'
import { useDesignStore } from '../../stores/design-store'
import { holdsOneApi, useExportStore } from '../../stores/export-store'
import { useSelectedApiIndex } from '../../stores/selected-api'
import { FORMAT_WORDS, SWITCH_WORDS } from './export-formats'
import { FormatList } from './format-list'
import './export-sidebar.css'

/** Which format, and what goes into it. */
export function ExportSidebar() {
  const format = useExportStore((state) => state.format)
  const index = useSelectedApiIndex()
  const isWholeProject = useExportStore((state) => state.isWholeProject && !holdsOneApi(state.format))
  const name = useDesignStore(({ design }) => (isWholeProject ? design?.name : design?.apis[index]?.name))
  return (
    <div className="gw-export-side">
      <header className="gw-export-side-head">
        <h2>Export {name}</h2>
      </header>
      <div className="gw-side-scroll">
        <FormatList formats={DESIGN_FORMATS} />
        <section className="gw-export-include" aria-label="Include">
          <h3>Include</h3>
          <Scope format={format} />
          <Syntax format={format} />
          <Switches format={format} />
        </section>
      </div>
    </div>
  )
}

function Scope({ format }: { readonly format: DesignFormat }) {
  const count = useDesignStore((state) => state.design?.apis.length ?? 0)
  const isWholeProject = useExportStore((state) => state.isWholeProject)
  const change = useExportStore((state) => state.change)
  if (count < 2) return null
  const isOne = holdsOneApi(format)
  return (
    <SegmentedControl
      aria-label="What to export"
      size="xs"
      fullWidth
      disabled={isOne}
      value={isWholeProject && !isOne ? 'project' : 'api'}
      data={[
        { value: 'api', label: 'This API' },
        { value: 'project', label: `All ${count} APIs` },
      ]}
      onChange={(value) => change({ isWholeProject: value === 'project' })}
    />
  )
}

function Syntax({ format }: { readonly format: DesignFormat }) {
  const syntax = useExportStore((state) => state.syntax)
  const change = useExportStore((state) => state.change)
  if (!FORMAT_WORDS[format].hasSyntax) return null
  return (
    <SegmentedControl
      aria-label="Written as"
      size="xs"
      fullWidth
      value={syntax}
      data={[
        { value: 'yaml', label: 'YAML' },
        { value: 'json', label: 'JSON' },
      ]}
      onChange={(value) => change({ syntax: value === 'json' ? 'json' : 'yaml' })}
    />
  )
}

function Switches({ format }: { readonly format: DesignFormat }) {
  const switches = useExportStore((state) => state.switches)
  const turn = useExportStore((state) => state.turn)
  return FORMAT_WORDS[format].switches.map((name) => (
    <Switch
      key={name}
      size="xs"
      label={SWITCH_WORDS[name].label}
      description={SWITCH_WORDS[name].note}
      checked={switches[name]}
      onChange={(event) => turn(name, event.currentTarget.checked)}
    />
  ))
}
