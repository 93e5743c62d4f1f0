import { Kbd, Modal } from '@mantine/core'
import {
  IconAdjustments,
  IconChartHistogram,
  IconChevronRight,
  IconRoute,
  IconSchool,
  IconSearch,
} from '@tabler/icons-react'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { useShellStore } from '../../stores/shell-store'
import { useUiStore } from '../../stores/ui-store'
import { plural } from '../../ui/format'
import tokens from '../../ui/theme/tokens.json'
import { whyNot } from '../commands/commands'
import { commandCaps } from '../../stores/command-keys'
import { commandEntries, designEntries, lessonEntries } from './entries'
import type { PaletteEntry } from './palette-entry'
import { goTo } from './go-to'
import './palette.css'
import { GROUP_LABELS, groupRows, readQuery, type PaletteGroup } from './query'
import { useRecentStore } from './recent-store'
import { indexEntries, search } from './search'

const ICONS: { readonly [group in PaletteGroup]: typeof IconRoute } = {
  routes: IconRoute,
  settings: IconAdjustments,
  commands: IconChevronRight,
  scenarios: IconChartHistogram,
  lessons: IconSchool,
}

/** What fits the text, in groups; `rows` is the same in the order shown. */
function useResults(text: string) {
  const design = useDesignStore((state) => state.design)
  const apiId = useUiStore((state) => state.apiId)
  const stage = useUiStore((state) => state.stage)
  const routeKey = useUiStore((state) => (state.activeTab?.kind === 'route' ? state.activeTab.key : null))
  const recent = useRecentStore((state) => state.ids)
  const index = useMemo(
    () =>
      indexEntries([
        ...commandEntries(),
        ...(design ? designEntries(design, { apiId, stage, routeKey }) : []),
        ...lessonEntries(),
      ]),
    [design, apiId, stage, routeKey],
  )
  return useMemo(() => {
    const { group, query } = readQuery(text)
    const inGroup = group === null ? index : index.filter(({ entry }) => entry.group === group)
    const groups = groupRows(search(inGroup, query, recent))
    return { groups, rows: groups.flatMap(({ rows }) => rows) }
  }, [index, text, recent])
}

export function Palette() {
  const isOpen = useShellStore((state) => state.overlay === 'palette')
  const [isLeaving, setLeaving] = useState(false)
  const close = useShellStore((state) => state.close)

  function choose(entry: PaletteEntry): void {
    // The focus goes where the entry leads, not back to where it came from.
    setLeaving(true)
    close()
    useRecentStore.getState().use(entry.id)
    requestAnimationFrame(() => {
      setLeaving(false)
      goTo(entry.target)
    })
  }

  return (
    <Modal.Root
      opened={isOpen}
      onClose={close}
      size={640}
      zIndex={tokens.z.palette}
      yOffset={96}
      returnFocus={!isLeaving}
      centered={false}
      classNames={{ content: 'gw-palette' }}
    >
      <Modal.Overlay />
      <Modal.Content data-testid="palette" aria-label="Command palette">
        {isOpen && <PaletteBody onChoose={choose} />}
      </Modal.Content>
    </Modal.Root>
  )
}

function PaletteBody({ onChoose }: { onChoose(entry: PaletteEntry): void }) {
  const paletteText = useShellStore((state) => state.paletteText)
  const [text, setText] = useState(paletteText)
  const [at, setAt] = useState(0)
  const { groups, rows } = useResults(text)
  const active = rows[Math.min(at, rows.length - 1)]

  const activeId = active && `palette-${rows.indexOf(active)}`

  useEffect(() => {
    if (activeId !== undefined) document.querySelector(`#${activeId}`)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  function onKeyDown(event: KeyboardEvent): void {
    const last = rows.length - 1
    const to = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + 10),
      PageUp: Math.max(0, at - 10),
    }[event.key]
    if (to !== undefined) setAt(Math.max(0, to))
    else if (event.key === 'Enter' && active) onChoose(active)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="gw-palette-head">
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <input
          data-autofocus
          data-testid="palette-input"
          role="combobox"
          aria-label="Search or run a command"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          placeholder="Search routes, settings, commands, lessons"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <span className="gw-palette-prefixes">
          <span>&gt; commands</span> <span>/ routes</span> <span># settings</span> <span>? lessons</span>
        </span>
      </div>
      <div id="palette-list" role="listbox" aria-label="Results" className="gw-palette-list">
        {groups.map(({ group, rows: groupEntries }) => (
          <div key={group} role="group" aria-label={GROUP_LABELS[group]}>
            <div className="gw-palette-group" aria-hidden>
              {GROUP_LABELS[group]}
            </div>
            {groupEntries.map((entry) => (
              <PaletteRow
                key={entry.id}
                entry={entry}
                id={`palette-${rows.indexOf(entry)}`}
                isActive={entry === active}
                onHover={() => setAt(rows.indexOf(entry))}
                onChoose={() => onChoose(entry)}
              />
            ))}
          </div>
        ))}
        {rows.length === 0 && <p className="gw-palette-none">Nothing fits “{text}”</p>}
      </div>
      <div className="gw-palette-foot">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> move <Kbd>Enter</Kbd> go <Kbd>Esc</Kbd> close
        <span role="status">{plural(rows.length, 'result')}</span>
      </div>
    </>
  )
}

interface RowProps {
  readonly entry: PaletteEntry
  readonly id: string
  readonly isActive: boolean
  onHover(): void
  onChoose(): void
}

function PaletteRow({ entry, id, isActive, onHover, onChoose }: RowProps) {
  const Icon = ICONS[entry.group]
  const command = entry.target.kind === 'command' ? entry.target.id : undefined
  const reason = command === undefined ? null : whyNot(command)
  const caps = command === undefined ? [] : commandCaps(command)
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={reason !== null || undefined}
      className="gw-palette-row"
      data-testid="palette-item"
      data-command={command ?? entry.id}
      onMouseMove={isActive ? undefined : onHover}
      onClick={onChoose}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className="gw-palette-title">{entry.title}</span>
      <span className="gw-palette-detail">{reason ?? entry.detail}</span>
      {caps.map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </div>
  )
}
