import type { ThemeConfig } from 'antd'

/** The product's colours: white and grey, one blue, three meanings. Every text colour reaches 4.5:1 on its ground. */
export const colours = {
  blue: '#1f5fae',
  blueDark: '#174a89',
  blueWash: '#eef4fb',
  text: '#1f2733',
  textSoft: '#4d5868',
  textFaint: '#626d7c',
  border: '#b9c1cc',
  line: '#d9dee5',
  lineSoft: '#e9ecf1',
  ground: '#f4f6f8',
  surface: '#ffffff',
  good: '#17683c',
  goodWash: '#e9f5ee',
  warning: '#855000',
  warningWash: '#fdf3e1',
  bad: '#b0261c',
  badWash: '#fcedeb',
  badLine: '#edc1bc',
} as const

export const fontFamily =
  "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Segoe UI', sans-serif"

/** Ant Design's tokens, derived from the colours above. */
export const antTheme: ThemeConfig = {
  token: {
    colorPrimary: colours.blue,
    // the lighter blue that would be made from it is too faint to read
    colorPrimaryHover: colours.blueDark,
    colorInfo: colours.blue,
    colorLink: colours.blue,
    colorLinkHover: colours.blueDark,
    colorSuccess: colours.good,
    colorWarning: colours.warning,
    colorError: colours.bad,
    colorTextBase: colours.text,
    colorText: colours.text,
    colorTextSecondary: colours.textSoft,
    colorTextTertiary: colours.textFaint,
    colorTextDescription: colours.textSoft,
    colorTextPlaceholder: colours.textFaint,
    colorTextDisabled: colours.textFaint,
    colorBorder: colours.border,
    colorBorderSecondary: colours.line,
    colorSplit: colours.lineSoft,
    colorBgLayout: colours.ground,
    colorSuccessBg: colours.goodWash,
    colorWarningBg: colours.warningWash,
    colorErrorBg: colours.badWash,
    colorInfoBg: colours.blueWash,
    colorPrimaryBg: colours.blueWash,
    colorErrorBorder: colours.badLine,
    colorWarningBorder: '#ecd5a6',
    borderRadius: 4,
    fontFamily,
    fontSize: 14,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: { headerBg: '#f0f3f7', headerColor: colours.text, cellPaddingBlockSM: 7, cellPaddingInlineSM: 10 },
    Card: { headerFontSize: 15 },
  },
}

/** Hands the colours to the style sheet as `--blue`, `--text-soft`, … so that they stand in one place. */
export function paintRoot(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colours)) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value)
  }
  root.style.setProperty('--font', fontFamily)
}
