/** Seconds with as many digits as they are good for. */
export const seconds = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** 5000 → 5,000. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** How many times as much: 1.07, 12.3, 140. */
export const times = (value: number): string => `${seconds(value)} ×`;

/** A share 0–1; never rounded up to 100 % or down to 0 %. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %';
  if (share > 0.999 && share < 1) return '> 99.9 %';
  return `${(share * 100).toFixed(share === 0 || share === 1 ? 0 : 1)} %`;
}
