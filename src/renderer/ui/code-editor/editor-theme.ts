import type { editor } from 'monaco-editor/editor'
import tokens from '../theme/tokens.json'

/** The tokens of one scheme as a Monaco theme. */
export function editorTheme(scheme: 'dark' | 'light'): editor.IStandaloneThemeData {
  const { code } = tokens.color[scheme]
  return {
    base: scheme === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', code.text),
      rule('comment', code.comment),
      rule('directive', code.directive),
      rule('reference', code.reference),
      rule('key', code.keyword),
      rule('keyword', code.keyword),
      rule('string', code.string),
      rule('number', code.number),
      rule('delimiter', code.punctuation),
    ],
    colors: { ...textColors(scheme), ...bracketColors(scheme), ...widgetColors(scheme), ...CLEAR },
  }
}

function rule(token: string, colour: string): editor.ITokenThemeRule {
  return { token, foreground: colour.slice(1) }
}

/** An alpha of 0 to 1 for "#RRGGBB". */
function faded(colour: string, alpha: number): string {
  return `${colour}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`
}

const NOTHING = ['#', '00000000'].join('')
/** Marks that would only add noise. */
const CLEAR = {
  'editorOverviewRuler.border': NOTHING,
  'editor.lineHighlightBorder': NOTHING,
  'editor.foldBackground': NOTHING,
  'scrollbar.shadow': NOTHING,
  'widget.shadow': NOTHING,
}

function textColors(scheme: 'dark' | 'light'): Record<string, string> {
  const { code, surface, text, border, accent, status } = tokens.color[scheme]
  const selection = faded(accent.text, scheme === 'dark' ? 0.28 : 0.2)
  return {
    foreground: text.primary,
    'editor.background': surface.canvas,
    'editor.foreground': code.text,
    'editorLineNumber.foreground': code.lineNumber,
    'editorLineNumber.activeForeground': text.primary,
    'editorCursor.foreground': text.primary,
    'editor.selectionBackground': selection,
    'editor.inactiveSelectionBackground': faded(accent.text, 0.14),
    'editor.selectionHighlightBackground': faded(accent.text, 0.12),
    'editor.findMatchBackground': faded(status.warning.text, 0.36),
    'editor.findMatchHighlightBackground': faded(status.warning.text, 0.2),
    'editor.findRangeHighlightBackground': faded(accent.text, 0.08),
    'editor.hoverHighlightBackground': faded(accent.text, 0.12),
    'editorBracketMatch.background': faded(accent.text, 0.14),
    'editorBracketMatch.border': border.control,
    'editorIndentGuide.background1': border.subtle,
    'editorIndentGuide.activeBackground1': border.strong,
    'editorWhitespace.foreground': border.strong,
    'editorError.foreground': status.danger.text,
    'editorWarning.foreground': status.warning.text,
    'editorInfo.foreground': status.info.text,
    'editorGutter.foldingControlForeground': text.muted,
    'editor.foldPlaceholderForeground': text.muted,
    'editor.snippetTabstopHighlightBackground': faded(accent.text, 0.14),
    'editor.snippetFinalTabstopHighlightBorder': border.control,
    'scrollbarSlider.background': faded(border.control, 0.4),
    'scrollbarSlider.hoverBackground': faded(border.control, 0.6),
    'scrollbarSlider.activeBackground': faded(border.control, 0.7),
  }
}

/** Pairs of brackets are not told apart by colour here: colour is for what is VTL. */
function bracketColors(scheme: 'dark' | 'light'): Record<string, string> {
  const { punctuation } = tokens.color[scheme].code
  const levels = [1, 2, 3, 4, 5, 6].map((level) => `foreground${level}`)
  return Object.fromEntries(
    [...levels, 'unexpectedBracket.foreground'].map((name) => [`editorBracketHighlight.${name}`, punctuation]),
  )
}

function widgetColors(scheme: 'dark' | 'light'): Record<string, string> {
  const { surface, text, border, accent, status } = tokens.color[scheme]
  return {
    focusBorder: accent.ring,
    'icon.foreground': text.secondary,
    descriptionForeground: text.muted,
    errorForeground: status.danger.text,
    'textLink.foreground': text.link,
    'textLink.activeForeground': text.link,
    'textCodeBlock.background': surface.raised,
    'editorWidget.background': surface.overlay,
    'editorWidget.foreground': text.primary,
    'editorWidget.border': border.strong,
    'editorHoverWidget.background': surface.overlay,
    'editorHoverWidget.foreground': text.primary,
    'editorHoverWidget.border': border.strong,
    'editorHoverWidget.statusBarBackground': surface.overlay,
    'editorSuggestWidget.background': surface.overlay,
    'editorSuggestWidget.border': border.strong,
    'editorSuggestWidget.foreground': text.primary,
    'editorSuggestWidget.highlightForeground': accent.text,
    'editorSuggestWidget.focusHighlightForeground': accent.text,
    'editorSuggestWidget.selectedBackground': surface.selected,
    'editorSuggestWidget.selectedForeground': text.primary,
    'editorSuggestWidget.selectedIconForeground': text.primary,
    'editorSuggestWidgetStatus.foreground': text.muted,
    'list.hoverBackground': surface.hover,
    'list.focusBackground': surface.selected,
    'list.focusForeground': text.primary,
    'list.focusOutline': accent.ring,
    'list.highlightForeground': accent.text,
    'input.background': surface.input,
    'input.foreground': text.primary,
    'input.border': border.control,
    'input.placeholderForeground': text.muted,
    'inputOption.activeBackground': accent.soft,
    'inputOption.activeBorder': accent.ring,
    'inputOption.activeForeground': accent.text,
    'inputValidation.infoBackground': status.info.soft,
    'inputValidation.infoBorder': status.info.text,
    'inputValidation.infoForeground': text.primary,
    'inputValidation.errorBackground': status.danger.soft,
    'inputValidation.errorBorder': status.danger.text,
    'inputValidation.errorForeground': text.primary,
    'toolbar.hoverBackground': surface.hover,
    'menu.background': surface.overlay,
    'menu.foreground': text.primary,
    'menu.border': border.strong,
    'menu.selectionBackground': surface.selected,
    'menu.selectionForeground': text.primary,
    'menu.separatorBackground': border.default,
    'symbolIcon.methodForeground': status.info.text,
    'symbolIcon.fieldForeground': text.secondary,
    'symbolIcon.propertyForeground': text.secondary,
    'symbolIcon.variableForeground': status.info.text,
    'symbolIcon.keywordForeground': status.warning.text,
  }
}
