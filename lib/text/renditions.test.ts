import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  fallbackOf,
  parseRenditionFile,
  phoneCrop,
  renditionName,
  renditionPath,
  renditionsOf,
  trailCrop,
} from './renditions';

const middle = { x: 0.5, y: 0.5 };
const photo = { hash: '0123456789abcdef0123456789abcdef', width: 1600, height: 900 };
const widths = (width: number) =>
  choiceOf({ width, height: width }, null, 'avif').map((rendition) => rendition.width);

describe('the widths of a picture', () => {
  it('are five, and 1920 pixels the most', () => {
    expect(widths(5000)).toEqual([360, 720, 1080, 1440, 1920]);
    expect(widths(1920)).toEqual([360, 720, 1080, 1440, 1920]);
  });

  it('end with its own where it is smaller, without one close below it', () => {
    expect(widths(1600)).toEqual([360, 720, 1080, 1600]);
    expect(widths(1500)).toEqual([360, 720, 1080, 1500]);
    expect(widths(200)).toEqual([200]);
    expect(widths(1)).toEqual([1]);
  });

  it('of a crop are no larger than the part that is shown', () => {
    const portrait = { width: 3000, height: 500 };
    const crop = trailCrop(portrait, middle);
    expect(choiceOf(portrait, crop, 'webp').map(({ width }) => width)).toEqual([360, 800]);
  });
});

it('no rendition is larger than the original or empty, whatever the picture', () => {
  const side = fc.integer({ min: 1, max: 10_000 });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(side, side, part, part, (width, height, x, y) => {
      const all = renditionsOf({ width, height }, [{ x, y }]);
      for (const rendition of all) {
        expect(rendition.width).toBeLessThanOrEqual(Math.min(width, 1920));
        expect(rendition.height).toBeLessThanOrEqual(height);
        expect(Math.min(rendition.width, rendition.height)).toBeGreaterThan(0);
      }
      // A whole picture, the crops of lists and phones, the card: a fixed number of files.
      expect(all.length).toBeLessThanOrEqual(34);
    }),
  );
});

it('whatever a page names exists', () => {
  const panorama = { ...photo, height: 500 };
  const focalPoint = { x: 0.8, y: 0.2 };
  const names = renditionsOf(panorama, [middle, focalPoint]).map(renditionName);
  const crops = [null, trailCrop(panorama, focalPoint), phoneCrop(panorama, focalPoint)];
  const named = crops.flatMap((crop) => [
    ...choiceOf(panorama, crop, 'avif'),
    ...choiceOf(panorama, crop, 'webp'),
    fallbackOf(panorama, crop),
  ]);
  for (const rendition of named) expect(names).toContain(renditionName(rendition));
});

it('a picture that stands for no story has no crop', () => {
  expect(renditionsOf(photo, []).every(({ crop }) => crop === null)).toBe(true);
});

it('phones get a part of a panorama only', () => {
  expect(phoneCrop({ width: 2000, height: 1000 }, middle)).toBeNull();
  expect(phoneCrop({ width: 2001, height: 1000 }, middle)).toEqual({ shape: '3x2', at: 50 });
});

describe('the address of a rendition', () => {
  const crop = { shape: '8x5', at: 37 } as const;
  const sized = { width: 640, height: 400, format: 'avif' } as const;

  it('says of what it is made, and how', () => {
    expect(renditionPath(photo, { ...sized, crop: null })).toBe(`/media/${photo.hash}-640.avif`);
    expect(renditionPath(photo, { ...sized, crop })).toBe(`/media/${photo.hash}-8x5-37-640.avif`);
  });

  it('is read back', () => {
    const file = renditionPath(photo, { ...sized, crop }).slice('/media/'.length);
    expect(parseRenditionFile(file)).toEqual({ hash: photo.hash, name: '8x5-37-640.avif' });
  });

  it.each([
    ['the original', `${photo.hash}.jpg`],
    ['another format', `${photo.hash}-640.png`],
    ['no hash', 'abc-640.avif'],
    ['upper case', `${photo.hash}-640.AVIF`],
    ['a name of any length', `${photo.hash}-${'1'.repeat(40)}.avif`],
  ])('is not %s', (_, file) => {
    expect(parseRenditionFile(file)).toBeNull();
  });
});
