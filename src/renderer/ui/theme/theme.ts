import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import tokens from './tokens.json'

type Scheme = 'dark' | 'light'
type Leaf = string | number

const px = (value: number): string => `${value}px`
const rem = (value: number): string => `${value / 16}rem`
const kebab = (name: string): string => name.replace(/[a-z0-9](?=[A-Z])/g, '$&-').toLowerCase()

/** Every leaf of a token group as a CSS variable: `text.onAccent` becomes `--gw-text-on-accent`. */
export function toVariables(
  group: object,
  prefix: string,
  write: (value: Leaf) => string = String,
): Record<string, string> {
  const pairs = Object.entries(group).flatMap(([name, value]: [string, object | Leaf]) =>
    typeof value === 'object'
      ? Object.entries(toVariables(value, `${prefix}${kebab(name)}-`, write))
      : [[`${prefix}${kebab(name)}`, write(value)] as const],
  )
  return Object.fromEntries(pairs)
}

function tuple(colours: readonly string[]): MantineColorsTuple {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] = colours
  return [a, b, c, d, e, f, g, h, i, j]
}

/** Mantine reads the dark tuple by position: 0 text, 2 dimmed, 4 border, 5 hover, 6 input, 7 body. */
function darkTuple(): MantineColorsTuple {
  const { text, border, surface } = tokens.color.dark
  return tuple([
    text.primary,
    text.secondary,
    text.muted,
    border.control,
    border.strong,
    surface.hover,
    surface.input,
    surface.canvas,
    surface.sidebar,
    surface.window,
  ])
}

function grayTuple(): MantineColorsTuple {
  const { text, border, surface } = tokens.color.light
  return tuple([
    surface.raised,
    surface.sidebar,
    surface.hover,
    border.default,
    border.strong,
    border.control,
    text.muted,
    text.secondary,
    text.primary,
    text.primary,
  ])
}

const { size, lineHeight } = tokens.font

export const theme = createTheme({
  colors: { accent: tuple(tokens.ramp.accent), dark: darkTuple(), gray: grayTuple() },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: tokens.font.sans,
  fontFamilyMonospace: tokens.font.mono,
  fontSizes: { xs: rem(size.xs), sm: rem(size.sm), md: rem(size.md), lg: rem(size.lg), xl: rem(size.xl) },
  lineHeights: {
    xs: rem(lineHeight.xs),
    sm: rem(lineHeight.sm),
    md: rem(lineHeight.md),
    lg: rem(lineHeight.lg),
    xl: rem(lineHeight.xl),
  },
  spacing: { xs: px(4), sm: px(8), md: px(12), lg: px(16), xl: px(24) },
  radius: { xs: px(3), sm: px(4), md: px(6), lg: px(8), xl: px(8) },
  defaultRadius: 'sm',
  cursorType: 'default',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'xs', variant: 'default' },
      vars: () => ({
        root: { '--button-height': 'var(--gw-control)', '--button-padding-x': px(10), '--button-fz': rem(size.sm) },
      }),
    },
    Input: {
      defaultProps: { size: 'xs' },
      vars: () => ({
        wrapper: {
          '--input-height': 'var(--gw-control)',
          '--input-fz': rem(12.5),
          '--input-bd': 'var(--gw-border-control)',
          '--input-bg': 'var(--gw-surface-input)',
        },
      }),
    },
    InputWrapper: { defaultProps: { size: 'sm' } },
    Switch: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Menu: { defaultProps: { shadow: 'none', transitionProps: { duration: tokens.motion.base } } },
    Modal: {
      defaultProps: { transitionProps: { duration: tokens.motion.slow }, zIndex: tokens.z.modal, centered: true },
    },
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        withArrow: false,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
})

/** Sizes and durations; what depends on density or text size is set again in global.css. */
function plainVariables(): Record<string, string> {
  return {
    ...toVariables(tokens.space, '--gw-space-', (value) => `${value}px`),
    ...toVariables(tokens.radius, '--gw-radius-', (value) => `${value}px`),
    ...toVariables(tokens.size, '--gw-size-', (value) => `${value}px`),
    ...toVariables(tokens.font.size, '--gw-font-size-', (value) => rem(Number(value))),
    ...toVariables(tokens.font.lineHeight, '--gw-line-height-', (value) => rem(Number(value))),
    ...toVariables(tokens.font.weight, '--gw-font-weight-'),
    ...toVariables(tokens.z, '--gw-z-'),
    '--gw-font-sans': tokens.font.sans,
    '--gw-font-mono': tokens.font.mono,
    '--gw-easing': tokens.motion.easing,
  }
}

function schemeVariables(scheme: Scheme): Record<string, string> {
  const { surface, border, text, accent, status } = tokens.color[scheme]
  return {
    ...toVariables(tokens.color[scheme], '--gw-'),
    ...toVariables(tokens.chart[scheme], '--gw-chart-'),
    ...toVariables(tokens.shadow[scheme], '--gw-shadow-'),
    '--mantine-color-body': surface.canvas,
    '--mantine-color-text': text.primary,
    '--mantine-color-dimmed': text.muted,
    '--mantine-color-placeholder': text.muted,
    '--mantine-color-anchor': text.link,
    '--mantine-color-error': status.danger.text,
    '--mantine-color-default': surface.raised,
    '--mantine-color-default-hover': surface.hover,
    '--mantine-color-default-color': text.primary,
    '--mantine-color-default-border': border.strong,
    '--mantine-color-disabled': 'transparent',
    '--mantine-color-disabled-color': text.disabled,
    '--mantine-color-disabled-border': border.control,
    '--mantine-primary-color-filled': accent.fill,
    '--mantine-primary-color-filled-hover': accent.fillHover,
    '--mantine-primary-color-light': accent.soft,
    '--mantine-primary-color-light-color': accent.text,
  }
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: plainVariables(),
  dark: schemeVariables('dark'),
  light: schemeVariables('light'),
})
