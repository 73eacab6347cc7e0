import type { Text } from '../../shared/words.ts'

/** In this order: one that wears the names of others comes before them. */
const browsers: readonly (readonly [RegExp, Text])[] = [
  [/MicroMessenger/, { zh: '微信', en: 'WeChat' }],
  [/DingTalk/, { zh: '钉钉', en: 'DingTalk' }],
  [/Edg(?:e|A|iOS)?\//, { zh: 'Edge', en: 'Edge' }],
  [/QQBrowser/, { zh: 'QQ 浏览器', en: 'QQ Browser' }],
  [/360SE|360EE|QIHU/, { zh: '360 浏览器', en: '360 Browser' }],
  [/Firefox|FxiOS/, { zh: 'Firefox', en: 'Firefox' }],
  [/Chrome|CriOS/, { zh: 'Chrome', en: 'Chrome' }],
  [/Safari/, { zh: 'Safari', en: 'Safari' }],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]
const unknown: Text = { zh: '未知浏览器', en: 'Unknown browser' }

/** `Chrome · Windows`, from what a browser calls itself: for its person to tell one from another, and for nothing else. */
export function deviceName(agent: string): Text {
  const [, browser = unknown] = browsers.find(([form]) => form.test(agent)) ?? []
  const [, system] = systems.find(([form]) => form.test(agent)) ?? []
  const on = system ? ` · ${system}` : ''
  return { zh: `${browser.zh}${on}`, en: `${browser.en}${on}` }
}
