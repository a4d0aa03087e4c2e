//! What every component gets: the texts, the language, and a way to act.

use std::rc::Rc;

use js_sys::Intl::{NumberFormat, RelativeTimeFormat};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use yew::{AttrValue, Callback};

use super::{Notice, Wording};
use crate::catalog::{Date, Item, Tier, WordingKey, fill, place, title};
use crate::session::Action;

/// What every component gets.
#[derive(Clone)]
pub struct View {
    /// Texts.
    pub wording: Rc<Wording>,
    /// Language tag for dates and numbers.
    pub lang: AttrValue,
    /// Whether it is shown only.
    pub readonly: bool,
    /// Takes actions.
    pub act: Callback<Action>,
    /// Takes notices for the host.
    pub notify: Callback<Notice>,
}

impl View {
    /// An interface text.
    pub fn t(&self, key: &str) -> AttrValue {
        self.wording.get(&WordingKey::name("ui", key))
    }

    /// An interface text with values for its placeholders.
    pub fn t_with(&self, key: &str, values: &[(&str, &str)]) -> AttrValue {
        fill(&self.t(key), values).into()
    }

    /// Any text.
    pub fn text(&self, key: &str) -> AttrValue {
        self.wording.get(key)
    }

    /// The title of a line of the checklist.
    pub fn title(&self, item: &Item) -> AttrValue {
        title(item, &*self.wording).to_owned().into()
    }

    /// The number of a line of the checklist, or the place of the duty that it is.
    pub fn reference(&self, item: &Item) -> AttrValue {
        place(item.reference, &*self.wording).to_owned().into()
    }

    /// The name of a tier, or of the two ends of a range.
    pub fn range(&self, lowest: Tier, highest: Tier) -> AttrValue {
        if lowest == highest {
            return self.tier(highest);
        }
        let (lowest, highest) = (self.tier(lowest), self.tier(highest));
        self.t_with("result.range", &[("lowest", &lowest), ("highest", &highest)])
    }

    /// An interface text with one tier in it, or another with the two ends of a range.
    pub fn tiers(&self, one: &str, range: &str, lowest: Tier, highest: Tier) -> AttrValue {
        let (key, tier) = if lowest == highest {
            (one, "tier")
        } else {
            (range, "highest")
        };
        let (lowest, highest) = (self.tier(lowest), self.tier(highest));
        self.t_with(key, &[("lowest", &lowest), (tier, &highest)])
    }

    fn tier(&self, tier: Tier) -> AttrValue {
        self.text(&WordingKey::part("tier", tier.id(), "name"))
    }

    /// A text that may be missing.
    pub fn optional(&self, key: &str) -> Option<AttrValue> {
        self.wording.find(key).cloned()
    }

    /// A callback that does one action.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// A callback that tells the host something.
    pub fn tell<E>(&self, notice: Notice) -> Callback<E> {
        let notify = self.notify.clone();
        Callback::from(move |_| notify.emit(notice.clone()))
    }

    /// So many in a hundred, by the browser.
    pub fn percent(&self, percent: u32) -> AttrValue {
        let options = Object::new();
        // Setting a property of an object made here cannot fail.
        let _ = Reflect::set(
            &options,
            &JsValue::from_str("style"),
            &JsValue::from_str("percent"),
        );
        let locales = Array::of1(&JsValue::from_str(&self.lang));
        let written = NumberFormat::new(&locales, &options).format().call1(
            &JsValue::UNDEFINED,
            &JsValue::from_f64(f64::from(percent) / 100.0),
        );
        let written = written.ok().and_then(|text| text.as_string());
        written.unwrap_or_else(|| percent.to_string()).into()
    }

    /// So many months from now, in words by the browser, which knows the plurals of the language.
    pub fn months_ahead(&self, months: u32) -> AttrValue {
        let locales = Array::of1(&JsValue::from_str(&self.lang));
        let words = RelativeTimeFormat::new(&locales, &Object::new());
        String::from(words.format(f64::from(months), "month")).into()
    }

    /// A date in the language's long form, by the browser.
    pub fn date(&self, date: Date) -> AttrValue {
        let (year, month, day) = date.parts();
        let options = Object::new();
        for (key, value) in [
            ("year", "numeric"),
            ("month", "long"),
            ("day", "numeric"),
            ("timeZone", "UTC"),
        ] {
            // Setting a property of an object made here cannot fail.
            let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
        }
        let moment = js_sys::Date::new(&JsValue::from_f64(js_sys::Date::utc(
            f64::from(year),
            f64::from(month) - 1.0,
        )));
        moment.set_utc_date(day);
        let text = moment.to_locale_date_string(&self.lang, &options);
        String::from(text).into()
    }
}

impl PartialEq for View {
    /// Texts are compared by place: there are thousands of them, and they are only ever replaced whole.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.wording, &other.wording)
            && self.lang == other.lang
            && self.readonly == other.readonly
            && self.act == other.act
            && self.notify == other.notify
    }
}
