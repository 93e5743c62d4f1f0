import { Group, Panel, Separator } from 'react-resizable-panels'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedV2Api } from '../../stores/selected-api'
import { templatesOf, useTemplateStore } from '../../stores/template-store'
import { ActionButton } from '../../ui/action-button'
import { EmptyState } from '../../ui/empty-state'
import { EventPane } from './event-pane'
import { OutputPane } from './output-pane'
import { showLibrary } from './show-library'
import { TemplateDialogs } from './template-dialogs'
import { TemplatePane } from './template-pane'
import { TemplateTabs } from './template-tabs'
import { TemplateToolbar } from './template-toolbar'
import { useIsStacked } from './use-is-stacked'
import { useCaseRuns, useRenders } from './use-renders'
import { useTemplateName } from './use-template'
import './templates-main.css'

/** Template, event and output, side by side. */
export function TemplatesMain() {
  const name = useTemplateName()
  return (
    <div className="gw-tpl" data-testid="templates" data-template={name ?? undefined}>
      <Work />
      <TemplateTabs />
      {name === null ? (
        <NothingOpen />
      ) : (
        <>
          <TemplateToolbar />
          <Editors />
        </>
      )}
      <TemplateDialogs />
    </div>
  )
}

/** What goes on beside the screen. A part of its own, as it follows every letter. */
function Work() {
  useRenders()
  useCaseRuns()
  return null
}

function Editors() {
  const isStacked = useIsStacked()
  return isStacked ? <StackedEditors /> : <EditorsInARow />
}

function EditorsInARow() {
  return (
    <Group key="row" orientation="horizontal" className="gw-group" data-testid="template-splits" data-stacked="false">
      <Panel id="template-text" minSize={200} defaultSize="39">
        <TemplatePane />
      </Panel>
      <Separator className="gw-separator" aria-label="Width of the template" />
      <Panel id="template-event" minSize={160} defaultSize="26">
        <EventPane />
      </Panel>
      <Separator className="gw-separator" aria-label="Width of the event" />
      <Panel id="template-result" minSize={200}>
        <OutputPane />
      </Panel>
    </Group>
  )
}

/** The event below the template: where there is no room beside it. */
function StackedEditors() {
  return (
    <Group key="stack" orientation="horizontal" className="gw-group" data-testid="template-splits" data-stacked="true">
      <Panel id="template-inputs" minSize={240} defaultSize="55">
        <Group orientation="vertical" className="gw-group">
          <Panel id="template-text" minSize={80} defaultSize="58">
            <TemplatePane />
          </Panel>
          <Separator className="gw-separator" data-lies aria-label="Height of the template" />
          <Panel id="template-event" minSize={72}>
            <EventPane />
          </Panel>
        </Group>
      </Panel>
      <Separator className="gw-separator" aria-label="Width of the template and the event" />
      <Panel id="template-result" minSize={200}>
        <OutputPane />
      </Panel>
    </Group>
  )
}

function NothingOpen() {
  const hasTemplates = useDesignStore((state) => Object.keys(templatesOf(state.design)).length > 0)
  const api = useSelectedV2Api()
  const isHttp = api?.protocolType === 'HTTP'
  return (
    <EmptyState
      title={hasTemplates ? 'No template is open' : 'No templates'}
      actions={
        <>
          <ActionButton variant="filled" onClick={() => useTemplateStore.getState().openDialog('new')}>
            New template
          </ActionButton>
          <ActionButton onClick={showLibrary}>Browse library</ActionButton>
        </>
      }
    >
      {isHttp
        ? `${api.name} is an HTTP API: it maps parameters, not bodies, so it has no templates. What is made here is for REST and WebSocket APIs.`
        : hasTemplates
          ? 'Choose one in the sidebar.'
          : 'Proxy integrations need none.'}
    </EmptyState>
  )
}
