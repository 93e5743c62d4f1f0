import { IconTemplate, IconX } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useDesignStore } from '../../stores/design-store'
import { templatesOf, useTemplateStore } from '../../stores/template-store'
import { useTemplateName } from './use-template'

/** The open templates. Arrow keys move between them, Delete or a middle click closes one. */
export function TemplateTabs() {
  const openNames = useTemplateStore((state) => state.openNames)
  const names = useDesignStore(
    useShallow((state) => openNames.filter((name) => Object.hasOwn(templatesOf(state.design), name))),
  )
  const active = useTemplateName()
  const bar = useRef<HTMLDivElement>(null)
  if (names.length === 0) return null

  function onKeyDown(event: KeyboardEvent): void {
    const at = names.findIndex((name) => name === active)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key]
    const { open, close } = useTemplateStore.getState()
    if (to !== undefined) {
      open(names[(to + names.length) % names.length] ?? '')
      requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
    } else if (event.key === 'Delete' && active !== null) close(active)
    else return
    event.preventDefault()
  }

  return (
    <div className="gw-tpl-bar" role="tablist" aria-label="Open templates" ref={bar} onKeyDown={onKeyDown}>
      {names.map((name) => (
        <TemplateTab key={name} name={name} isActive={name === active} />
      ))}
    </div>
  )
}

function TemplateTab({ name, isActive }: { readonly name: string; readonly isActive: boolean }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isActive) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isActive])
  const close = (): void => useTemplateStore.getState().close(name)
  return (
    <button
      ref={button}
      type="button"
      role="tab"
      className="gw-tpl-bar-tab"
      aria-selected={isActive}
      aria-keyshortcuts="Delete"
      tabIndex={isActive ? 0 : -1}
      data-testid="editor-tab"
      data-kind="template"
      data-key={name}
      onClick={() => useTemplateStore.getState().open(name)}
      onAuxClick={(event) => event.button === 1 && close()}
    >
      <IconTemplate size={14} stroke={1.6} aria-hidden />
      <span className="gw-mono">{name}</span>
      <span
        className="gw-tpl-bar-close"
        aria-hidden="true"
        title="Close"
        onClick={(event: MouseEvent) => {
          event.stopPropagation()
          close()
        }}
      >
        <IconX size={12} stroke={1.6} />
      </span>
    </button>
  )
}
