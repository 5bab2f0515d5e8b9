"""Small files in the layouts of real exports, written for the tests; their numbers add up in the head."""

from __future__ import annotations

GOOGLE_EN = (
    "Campaign report\n"
    '"March 1, 2026 - March 2, 2026"\n'
    "Campaign status,Campaign,Day,Currency code,Impr.,Clicks,CTR,Avg. CPC,Cost,Conversions\n"
    'Enabled,"Search | Brand, exact",2026-03-01,USD,"1,000",10,1.00%,1.00,10.50,1.00\n'
    "Enabled,PMax,2026-03-01,USD,200,2, --,0.50,1.00,0.00\n"
    'Enabled,"Search | Brand, exact",2026-03-02,USD,"1,300",13,1.00%,1.00,13.50,2.00\n'
    'Total: Campaigns, --, --, --,"2,500",25,1.00%,1.00,25.00,3.00\n'
    'Total: Account, --, --, --,"9,999",99,1.00%,1.00,99.00,9.00\n'
)
GOOGLE_RU = (
    "Отчет по кампаниям\r\n"
    '"01.03.2026 - 02.03.2026"\r\n'
    "День,Кампания,Kлики,Показы,CTR,Код валюты,Ср. цена за клик,Расходы,Конверсии\r\n"  # a Latin K
    '2026-03-01,Поиск,10,1\u00a0000,"1,00%",RUB,"100,00","1\u00a0000,50","1,00"\r\n'
    '2026-03-02,Поиск,5,500,"1,00%",RUB,"100,00","499,50","0,00"\r\n'
    'Итого: Кампании, --,15,1\u00a0500, --, --, --,"1\u00a0500,00", --\r\n'
)
GOOGLE_NL = (
    "Campagnerapport\n"
    "1 maart 2026 - 14 maart 2026\n"
    "Campagne,Valutacode,Aantal klikken,Vertoningen,CTR,Gem. CPC,Kosten,Conv.waarde/\u00adkosten\n"
    'Merk,EUR,1.696,2.029,"8,97%","0,58","1487,67","1,50"\n'
    'Zakken,EUR,4,1.000,"8,97%","0,79","12,33","1,50"\n'
    'Totaal: Campagnes, --,1.700,3.029, --, --,"1.500,00", --\n'
)
YANDEX = (
    "Отчет по дням\r\n"
    "Аккаунт: demo-clinic\r\n"
    "Период: 01.03.2026 - 02.03.2026\r\n"
    "\r\n"
    "Дата;Кампания;№ Кампании;Группа;№ Группы;№ Объявления;Показы;Клики;CTR (%);Расход (руб.);Отказы (%);"
    "Конверсии\r\n"
    "01.03.2026;Поиск;48;Группа 1;49;M-11;1000;10;1,00;1000,25;-;1\r\n"
    '02.03.2026;"РСЯ ""Виниры""; Москва";50;Группа 1;51;M-12;500;5;1,00;499,75;-;0\r\n'
    "Итого;;;;;;1500;15;;1500,00;;\r\n"
)
META_EN = (
    "Reporting starts,Reporting ends,Campaign name,Day,Results,Reach,Amount spent (USD),Impressions,Link clicks,"
    "Clicks (all)\n"
    "2026-03-01,2026-03-02,,,,,30.5,300,,\n"
    "2026-03-01,2026-03-01,Lookalike 1%,2026-03-01,3,80,10.25,100,7,9\n"
    "2026-03-02,2026-03-02,Lookalike 1%,2026-03-02,,90,20.25,200,8,9\n"
)
META_RU = (
    "Дата начала отчетности,Окончание отчетности,Название кампании,День,Результат,Охват,Потраченная сумма (RUB),"
    "Показы,Клики по ссылке,Клики (все)\n"
    "2026-03-01,2026-03-01,Охват,2026-03-01,0,80,100.5,1000,7,9\n"
    "2026-03-02,2026-03-02,Охват,2026-03-02,0,90,199.5,2000,8,9\n"
)
CALLTOUCH = (
    "callId;date;callerNumber;phoneNumber;duration;waitingConnect;manager;successful;uniqueCall;targetCall;source;"
    "medium;utmCampaign\r\n"
    "1;02/03/2026 20:52:58;79161112233;74951112233;0;9;Петров;false;true;false;google;cpc;brand\r\n"
    "2;03/03/2026 15:02:19;89161112233;74951112233;56;11;Петров;true;false;true;google;cpc;brand\r\n"
    "3;14/03/2026 11:46:21;79164445566;74951112233;44;39;Петров;true;true;true;vk;cpc;brand\r\n"
)
SIPUNI = (
    "Тип;Статус;Время;Схема;Откуда;Куда;Кто ответил;Длительность звонка, сек;Длительность разговора, сек;"
    "Время ответа, сек;ID записи;Новый клиент;;\r\n"
    "Входящий;Не отвечен;03.03.2026 20:14:25;Основная;+7 (916) 111-22-33;74951230000;;17;;;rec-79161112233;0;; \r\n"
    "\tВходящий;Отвечен;05.03.2026 17:28:01;Основная;89161112233;74951230000;Иванова;49;17;32;r1;1;; \r\n"
    "Исходящий;Отвечен;05.03.2026 18:00:00;Основная;74951230000;79164445566;Иванова;60;50;10;r2;0;; \r\n"
)
CALLRAIL = (
    "Call Status,Number Name,Tracking Number,Source,Start Time,Duration (seconds),Name,Phone Number,First-Time Caller,"
    "Keywords,Medium,Landing Page,Campaign,Tags,Qualified\r\n"
    "Answered Call,Pool,+1 415-555-0100,google,2026-03-03 11:33 AM,100,Ann,+1 (415) 555-2724,No,,cpc,"
    '"https://x/?a=1,2",Brand,,Qualified\r\n'
    "Missed Call,Pool,+1 415-555-0100,google,2026-03-03 01:33 PM,20,Ann,+1 (415) 555-2724,No,,cpc,,Brand,,\r\n"
    "Answered Call,Pool,+1 415-555-0100,(direct),2026-03-04 12:00 AM,50,Bob,+1 (415) 555-2725,Yes,,,,,,"
    "Not Qualified\r\n"
)
NIMBATA = (
    "Date,Time,Caller,Call Duration,Outcome,Tracking Number,Source,Campaign,Keyword,City,Recording,Call ID,Value,"
    "Summary\n"
    "03/14/2026,9:05 AM,+1 415-555-2724,2:41,Answered,+1 415-555-0100,google,Brand,cups,,,a1,,\n"
    "03/14/2026,12:30 PM,+1 415-555-2724,0:00,Missed,+1 415-555-0100,google,Brand,cups,,,a2,,\n"
    "03/15/2026,1:00 PM,+1 415-555-2725,0:19,Voicemail,+1 415-555-0100,bing,Brand,cups,,,a3,,\n"
)
CALLTOUCH_RU = (
    "Дата и время звонка;Номер клиента;Отслеживаемый номер;Длительность;Ожидание;Статус звонка;Уникальный звонок;"
    "Целевой звонок;Уникально-целевой звонок;Обратный звонок;Источник;Канал;Кампания;Город\r\n"
    "02.03.2026 20:52:58;79161112233;74951112233;00:00;00:09;Неуспешный;Да;Нецелевой;Нет;Нет;google;cpc;brand;\r\n"
    "14.03.2026 11:46:21;89161112233;74951112233;01:40;00:11;Успешный;Нет;Целевой;Нет;Нет;google;cpc;brand;\r\n"
)
COMAGIC = (
    "id,start_time,finish_time,direction,contact_phone_number,virtual_phone_number,talk_duration,total_duration,"
    "wait_duration,is_lost,campaign_name,utm_source,utm_medium,employee_full_name\n"
    "11,2026-03-02 10:00:00,2026-03-02 10:01:30,in,79161112233,74951230000,60,90,12,false,brand,yandex,cpc,Иванова\n"
    "12,2026-03-02 11:00:00,2026-03-02 11:00:25,in,79164445566,74951230000,0,25,20,true,brand,yandex,cpc,\n"
    "13,2026-03-02 12:00:00,2026-03-02 12:01:00,out,79161112233,74951230000,40,60,10,false,,,,Иванова\n"
)
COMAGIC_RU = (
    "Дата и время;Тип звонка;Номер абонента;Виртуальный номер;Длительность разговора;Время ожидания;Общая длительность;"
    "Потерянный;Рекламная кампания;Сотрудник\r\n"
    "2026-03-02 10:00:00;Входящий;79161112233;74951230000;00:01:00;00:00:12;00:01:30;Нет;brand;Иванова\r\n"
    "2026-03-02 11:00:00;Входящий;79164445566;74951230000;00:00:00;00:00:20;00:00:25;Да;brand;\r\n"
)
SIPUNI_2015 = (
    "Тип;Статус;Время;Схема;Откуда;Куда;Кто ответил;Продолжительность звонка;Продолжительность разговора;"
    "Время ответа;;\r\n"
    "тип;статус;время;схема;откуда;куда;кто ответил;сек;сек;сек;;\r\n"
    " Входящий;Отвечен;05.03.2015 17:28:01;Основная;+79161112233;74951230000;Иванова;49;17;32;; \r\n"
    " Входящий;Не отвечен;05.03.2015 18:28:01;Основная;+79164445566;74951230000;;20;;;; \r\n"
)
RINGOSTAT = (
    "calldate,caller,dst,disposition,billsec,duration,utm_source,utm_medium,utm_campaign,uniqueid,call_type\n"
    "2026-03-02 10:00:00,79161112233,74951230000,ANSWERED,60,75,google,cpc,brand,r.1,in\n"
    "2026-03-02 11:00:00,79164445566,74951230000,NO ANSWER,0,20,google,cpc,brand,r.2,in\n"
    "2026-03-03 12:00:00,79161112233,74951230000,ANSWERED,40,50,,,,r.3,in\n"
)
MANGO_BARE = (  # 1772438400 is 2026-03-02 08:00:00 UTC
    "[MTox];1772438400;1772438500;1772438410;;79161112233;101;74951230000;1110\r\n"
    "[];1772442000;1772442030;0;;79164445566;;74951230000;1121\r\n"
    "[MToz];1772445600;1772445650;1772445620;102;74951230000;;79161112233;1110\r\n"
    "[];1772449200;1772449260;1772449210;101;101;102;102;1110\r\n"
)
MANGO = (
    "records;start;finish;answer;from_extension;from_number;to_extension;to_number;disconnect_reason\r\n" + MANGO_BARE
)
ZADARMA = (
    "id,sip,callstart,from,to,description,disposition,billseconds,cost,billcost,currency\n"
    "z1,12345,2026-03-02 10:00:00,79161112233,74951230000,Москва,answered,60,1.5,1.5,RUB\n"
    "z2,12345,2026-03-02 11:00:00,79164445566,74951230000,Москва,busy,0,0,0,RUB\n"
    "z3,12345,2026-03-02 12:00:00,79164445566,74951230000,Москва,no answer,0,0,0,RUB\n"
    "z4,12345,2026-03-02 13:00:00,79164445566,74951230000,Москва,cancel,0,0,0,RUB\n"
)
ZADARMA_PBX = (
    "call_id,sip,callstart,clid,destination,disposition,seconds,is_recorded\n"
    "p1,100,2026-03-02 10:00:00,79161112233,100,answered,60,true\n"
    "p2,100,2026-03-02 11:00:00,100,79164445566,answered,40,true\n"
    "p3,100,2026-03-02 12:00:00,100,101,answered,30,true\n"
)
TWILIO = (
    "sid,parent_call_sid,from,to,status,direction,start_time,end_time,duration,price,price_unit\n"
    "CA1,,+14155552724,+14155550100,completed,inbound,2026-03-02T15:00:00Z,2026-03-02T15:01:30Z,90,-0.02,USD\n"
    "CA2,CA1,+14155552724,+14155550199,completed,outbound-dial,2026-03-02T15:00:20Z,2026-03-02T15:01:30Z,70,-0.03,USD\n"
    "CA3,,+14155552725,+14155550100,completed,inbound,2026-03-02 16:00:00,2026-03-02 16:00:25,25,-0.01,USD\n"
    "CA4,CA3,+14155552725,+14155550199,no-answer,outbound-dial,2026-03-02 16:00:05,2026-03-02 16:00:25,0,,USD\n"
    'CA5,,+14155550100,+14155552724,completed,outbound-api,"Mon, 02 Mar 2026 17:00:00 +0000",,30,-0.01,USD\n'
)
ZOHO_CALLS = (
    "Id,Call Start Time,Call Owner Name,CONTACTID,Call Type,Call Duration (in seconds),Call Status,Dialled Number,"
    "Outgoing Call Status,Scheduled in CRM,Tag\n"
    "5805028000000805001,30.06.2026 08:43,John Doe,,Inbound,171,Received,,,,\n"
    "5805028000000768006,30.06.2026 08:46,John Doe,,Outbound,28,Attended Dialled,+4915112345678,Completed,,\n"
    "5805028000000764027,30.06.2026 08:59,John Doe,,Outbound,0,Unattended Dialled,+4915112345678,Completed,,\n"
    "5805028000000787003,30.06.2026 09:20,John Doe,,Missed,0,Missed,,,,\n"
    "5805028000000787004,01.07.2026 09:20,John Doe,,Outbound,0,Scheduled,+4915112345678,Scheduled,,\n"
)
BITRIX = (
    '"ID";"Стадия сделки";"Название сделки";"Сумма";"Валюта";"Дата создания";"Предполагаемая дата закрытия";"Источник";'
    '"Контакт: Рабочий телефон";"UTM Source";\r\n'
    '"1";"Сделка успешна";"Заявка ""Виниры""";"100.00";"Российский рубль";"01.03.2026 09:21:03";"10.03.2026";'
    '"Веб-сайт";'
    '"+79161112233";"google";\r\n'
    '"2";"Сделка провалена";"Звонок от 8 (916) 444-55-66";"50.00";"Российский рубль";"02.03.2026 10:00:00";"";"Звонок";'
    '"89164445566";"";\r\n'
    '"3";"В работе";"Коронка";"70.00";"Российский рубль";"03.03.2026 10:00:00";"20.03.2026";"";"";"vk";\r\n'
)
BITRIX_HTML = (
    '<html><head><meta charset="UTF-8"></head><body><table><thead><tr><th>ID</th><th>Стадия сделки</th><th>Сумма</th>'
    "<th>Валюта</th><th>Дата создания</th><th>UTM Source</th></tr></thead><tbody>"
    "<tr><td>1</td><td>Сделка успешна</td><td>100</td><td>Российский рубль</td><td>01.03.2026 14:47:18</td>"
    "<td>vk</td></tr>"
    "<tr><td>2</td><td>В работе</td><td>50</td><td>Российский рубль</td><td>02.03.2026 14:47:18</td><td></td></tr>"
    "</tbody></table></body></html>"
)
AMOCRM = (
    "ID,Название сделки,Бюджет,Ответственный,Дата создания сделки,Дата закрытия,Теги,Этап сделки,Воронка,"
    "Рабочий телефон,Источник,utm_source,utm_medium,utm_campaign,roistat,roistat,Источник\r\n"
    "1,Имплантация,300,Олег,01.03.2026 13:55:34,06.03.2026 13:55:34,,Успешно реализовано,Воронка,"
    "+7 (916) 111-22-33,,vk,"
    "cpc,brand,,,сайт\r\n"
    "2,Виниры,200,Олег,02.03.2026 13:55:34,06.03.2026 13:55:34,,Закрыто и не реализовано,Воронка,89161112233,,,,"
    ",,,сайт\r\n"
    "3,Виниры,100,Олег,03.03.2026 13:55:34,не закрыта,,Первичный контакт,Воронка,,,yandex,cpc,brand,,,сайт\r\n"
)
SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Total,Created at,Lineitem quantity,Lineitem name,"
    "Lineitem price,Cancelled at,Refunded Amount,Id,Source,Phone,Note Attributes\n"
    "#1,Ann@X.example,partially_refunded,2026-03-09 22:52:45 +0300,USD,30.00,5.00,35.00,"
    "2026-03-09 22:52:45 +0300,1,Cup,"
    '10.00,,6.00,59,web,,"utm_source: google\nutm_medium: cpc\nutm_campaign: brand"\n'
    "#1,Ann@X.example,,,,,,,2026-03-09 22:52:45 +0300,2,Pot,10.00,,,,,,\n"
    "#2,bob@x.example,pending,,USD,7.00,0.00,7.00,2026-03-10 10:00:00 +0300,1,Cup,7.00,,0.00,60,web,,\n"
    "#3,bob@x.example,paid,2026-03-10 10:00:00 +0300,USD,9.00,0.00,9.00,2026-03-10 02:00:00 +0300,1,Cup,9.00,,0.00,61,"
    "shopify_draft_order,+1 415 555 2724,\n"
)

BITRIX_REST = (
    "ID,TITLE,STAGE_ID,STAGE_SEMANTIC_ID,CURRENCY_ID,OPPORTUNITY,DATE_CREATE,CLOSEDATE,CLOSED,SOURCE_ID,UTM_SOURCE\n"
    "1,Коронка,C5:WON,S,RUB,100.00,2026-03-01T09:21:03+03:00,2026-03-10T03:00:00+03:00,Y,WEB,google\n"
    "2,Винир,C5:LOSE,F,RUB,50.00,2026-03-02T09:00:00+03:00,2026-03-11T03:00:00+03:00,Y,CALL,\n"
    "3,Винир,C5:NEW,P,RUB,70.00,2026-03-03T09:00:00+03:00,2026-03-12T03:00:00+03:00,N,CALL,vk\n"
)
AMOCRM_NEW = (
    "ID,Название сделки,Бюджет ₽,Ответственный,Дата создания,Дата закрытия,Этап сделки,Воронка,Основной контакт,"
    "Рабочий телефон,Мобильный телефон,utm_source\n"
    "1,Имплантация,300,Олег,01.09.2026 10:15:00,05.09.2026 10:15:00,Успешно реализовано,Воронка,Анна,"
    "+7 (916) 111-22-33,89164445566,vk\n"
    "2,Виниры,200,Олег,02.09.2026 10:15:00,,Первичный контакт,Воронка,Анна,,89161112233,vk\n"
)
HUBSPOT = (
    "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal Owner,Associated Company,"
    'Associated Contact IDs,Original Source,"Date entered ""Closed Won (Sales Pipeline)"""\n'
    "901,Chairs,closedwon,Sales Pipeline,300,2024-02-20 09:30,2024-02-01 09:30,Ann,Acme;Beta,1;2,Paid Search,"
    "2024-02-10 12:00\n"
    "902,Tables,Closed Won,Sales Pipeline,200,2024-02-12 09:30,2024-02-02 09:30,Ann,Acme,1,Organic Search,\n"
    "903,Lamps,Closed Lost,Sales Pipeline,100,2024-02-13 09:30,2024-02-02 09:30,Ann,Acme,1,Direct Traffic,\n"
    "904,Lamps,Appointment scheduled,Sales Pipeline,50,2024-02-13 09:30,2024-02-02 09:30,Ann,Acme,1,,\n"
)
SALESFORCE = (
    '"Opportunity Name","Stage","Amount","Amount Currency","Close Date","Created Date","Lead Source"\n'
    '"Café 1","Closed Won","1,155.00","USD","03/04/2026","03/01/2026","vk"\n'
    '"Café 1","Closed Won","45.00","USD","03/05/2026","03/02/2026","vk"\n'
    '"Café 2","Closed Lost","100.00","USD","03/25/2026","03/13/2026",""\n'
    "\n"
    '"Grand Totals (3 records)"\n'
    '"Confidential Information - Do Not Distribute"\n'
    '"Copyright © 2000-2026 salesforce.com, inc. All rights reserved."\n'
)
PIPEDRIVE = (
    "Deal - Title *,Deal - Value,Deal - Currency of value,Deal - Stage,Deal - Status,Deal - Pipeline,Deal - Owner,"
    "Deal - Deal created,Deal - Expected close date,Deal - Won time,Deal - Lost time,Deal - Lost reason,"
    "Deal - Organization,Deal - Contact person,Person - Phone,Deal - ID\n"
    "Chairs,300,EUR,Offer,Won,Pipeline,Ann,2026-03-01 10:00:00,2026-03-30,2026-03-05 11:00:00,,,Acme,Bob,"
    "+1 415 555 2724,1\n"
    "Tables,200,EUR,Offer,Lost,Pipeline,Ann,2026-03-02 10:00:00,,,2026-03-06 11:00:00,Too dear,Acme,Bob,,2\n"
    "Lamps,100,EUR,Offer,Open,Pipeline,Ann,2026-03-03 10:00:00,2026-03-30,,,,Acme,Bob,,3\n"
)
ZOHO_DEALS = (
    "Id,Deal Owner Name,Closing Date,Quality,Stage,Lost Reason,Page,Campaign,SLA,Content,Term,Source,Created Time,"
    "Initial Amount Paid,Offer Total Amount,Contact Name,City\n"
    "5805028000056864695,Ann,25.06.2024,A - High,Payment Done,,/eng,brand,,,cups,Google Ads,21.06.2024 15:30,"
    '"€ 300,00","€ 2.900,00",Bob,Berlin\n'
    "5805028000056864696,Ann,26.06.2024,B - Medium,Payment Done,,/eng,brand,,,,Google Ads,21.06.2024 16:30,,"
    '"€ 11398,00",Bob,Berlin\n'
    "5805028000056864697,Ann,27.06.2024,E - Non Qualified,Lost,Price,/eng,,,,,SMM,22.06.2024 15:30,,11000,Bob,\n"
)
WOOCOMMERCE = (
    "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,"
    "Attribution\n"
    '2026-03-01 10:00:00,11,"৳2,999",completed,Ann,new,2× Cup,2,,2999,Organic: Google\n'
    '2026-03-02 10:00:00,12,৳100,processing,Bob,returning,"1× Cup, 1× Pot",2,,100,Direct\n'
    "2026-03-03 10:00:00,13,৳50,on-hold,Bob,returning,1× Pot,1,,50,Direct\n"
    "2026-03-04 10:00:00,11,-৳99,completed,Ann,new,1× Cup,-1,,-99,Organic: Google\n"
)
WOOCOMMERCE_EXPORT = (
    '"Order Number","Order Status","Order Date","Customer Note","First Name (Billing)","Phone (Billing)","Item #",SKU,'
    'Name,Quantity,"Quantity (- Refund)","Item Cost","Order Line Total","Order Refund Amount","Order Total Amount"\n'
    "21,Completed,2026-03-01 10:00,,Ann,+1 415 555 2724,1,c,Cup,1,0,10,10,6,35\n"
    "21,Completed,2026-03-01 10:00,,Ann,+1 415 555 2724,2,p,Pot,2,0,10,20,6,35\n"
    "22,Cancelled,2026-03-02 10:00,,Ann,,1,c,Cup,1,0,10,10,0,10\n"
    "23,Processing,2026-03-03 10:00,,Bob,,1,c,Cup,1,0,10,10,0,10\n"
)
ONE_C = (
    "Продажи за период;;;;;\r\n"
    "Параметры:;Период: 01.03.2026 - 14.03.2026;;;;\r\n"
    'Отбор:;Организация Равно "Клиника";;;;\r\n'
    "\r\n"
    "Дата;Номер;Номенклатура;Продажи;;\r\n"
    ";;;Количество;Выручка;Валовая прибыль\r\n"
    "01.03.2026;;;2;1\u00a0500,00;600,00\r\n"
    "01.03.2026;ЦБ-1;Коронка;1;1\u00a0000,00;400,00\r\n"
    "01.03.2026;ЦБ-2;Винир;1;500,00;200,00\r\n"
    "02.03.2026;;;-1;-300,00;-120,00\r\n"
    "02.03.2026;ЦБ-3;Винир;-1;-300,00;-120,00\r\n"
    "Итого;;;1;1\u00a0200,00;480,00\r\n"
)
ONE_C_PLAIN = (
    "Контрагент;Номенклатура;Количество;Выручка;Валовая прибыль;Дата;Номер\r\n"
    "Иванов Иван;Коронка;2;1\u00a0000,00;400,00;01.03.2026 10:00:00;ЦБ-1\r\n"
    "ООО Ромашка;Винир;1;500,00;200,00;02.03.2026 11:00:00;ЦБ-2\r\n"
)
ONE_C_MONTHS = (
    "Продажи\n"
    "Параметры:;Период: Сентябрь 2026 г. - Октябрь 2026 г.\n"
    "Номенклатура;сент. 2026;;окт. 2026;;Итого;\n"
    ";Количество;Выручка;Количество;Выручка;Количество;Выручка\n"
    "Протезирование;3;300;2;200;5;500\n"
    "Коронка;1;100;1;100;2;200\n"
    "Винир;2;200;1;100;3;300\n"
    "Гигиена;1;50;;;1;50\n"
    "Чистка;1;50;;;1;50\n"
    "Итого;4;350;2;200;6;550\n"
)

ALL: dict[str, tuple[str, str]] = {
    "google_en": (GOOGLE_EN, "google_ads"),
    "google_ru": (GOOGLE_RU, "google_ads"),
    "google_nl": (GOOGLE_NL, "google_ads"),
    "yandex": (YANDEX, "yandex_direct"),
    "meta_en": (META_EN, "meta_ads"),
    "meta_ru": (META_RU, "meta_ads"),
    "calltouch": (CALLTOUCH, "calltouch"),
    "sipuni": (SIPUNI, "sipuni"),
    "callrail": (CALLRAIL, "callrail"),
    "nimbata": (NIMBATA, "nimbata"),
    "calltouch_ru": (CALLTOUCH_RU, "calltouch"),
    "comagic": (COMAGIC, "comagic"),
    "comagic_ru": (COMAGIC_RU, "comagic"),
    "sipuni_2015": (SIPUNI_2015, "sipuni"),
    "ringostat": (RINGOSTAT, "ringostat"),
    "mango_bare": (MANGO_BARE, "mango"),
    "mango": (MANGO, "mango"),
    "zadarma": (ZADARMA, "zadarma"),
    "zadarma_pbx": (ZADARMA_PBX, "zadarma"),
    "twilio": (TWILIO, "twilio"),
    "zoho_calls": (ZOHO_CALLS, "zoho_calls"),
    "bitrix": (BITRIX, "bitrix24"),
    "bitrix_html": (BITRIX_HTML, "bitrix24"),
    "amocrm": (AMOCRM, "amocrm"),
    "bitrix_rest": (BITRIX_REST, "bitrix24"),
    "amocrm_new": (AMOCRM_NEW, "amocrm"),
    "hubspot": (HUBSPOT, "hubspot"),
    "salesforce": (SALESFORCE, "salesforce"),
    "pipedrive": (PIPEDRIVE, "pipedrive"),
    "zoho_deals": (ZOHO_DEALS, "zoho_deals"),
    "shopify": (SHOPIFY, "shopify"),
    "one_c": (ONE_C, "one_c"),
    "one_c_plain": (ONE_C_PLAIN, "one_c"),
    "one_c_months": (ONE_C_MONTHS, "one_c"),
    "woocommerce": (WOOCOMMERCE, "woocommerce"),
    "woocommerce_export": (WOOCOMMERCE_EXPORT, "woocommerce_export"),
}
